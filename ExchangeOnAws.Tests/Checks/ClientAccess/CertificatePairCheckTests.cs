using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class CertificatePairCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new CertificatePairCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        Plans.WithClientAccess(access =>
            access with { CertificateSecretArn = null, CertificatePasswordSecretArn = null }),
    ];

    [Test]
    public void Certificate_without_its_password_is_an_error() => AssertSays(
        Plans.WithClientAccess(access => access with { CertificatePasswordSecretArn = null }),
        Finding.Error("clientAccess.certificatePasswordSecretArn",
            "clientAccess.certificatePasswordSecretArn is not set and clientAccess.certificateSecretArn is; "
            + "a PFX file opens with its password only. Set clientAccess.certificatePasswordSecretArn to the "
            + "ARN of the password's secret."));

    [Test]
    public void Password_without_its_certificate_is_an_error() => AssertSays(
        Plans.WithGateway(gateway => gateway with { CertificatePasswordSecretArn = Plans.Secret }),
        Finding.Error("gateway.certificateSecretArn", "gateway.certificateSecretArn is not set and "
            + "gateway.certificatePasswordSecretArn is; there is no PFX file to open. Set "
            + "gateway.certificateSecretArn, or remove gateway.certificatePasswordSecretArn."));
}
