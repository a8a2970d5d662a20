using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class ClientCertificateCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new ClientCertificateCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        Plans.ThreeZonesWith(settings => settings with
        {
            ClientAccess = settings.ClientAccess with { CertificateSecretArn = null },
        }),
    ];

    [Test]
    public void Members_with_certificates_of_their_own_are_a_warning() => AssertSays(
        Plans.WithClientAccess(access => access with { CertificateSecretArn = null }),
        Finding.Warning("clientAccess.certificateSecretArn", "clientAccess.certificateSecretArn is not set, "
            + "so each member keeps its own self-signed certificate: clients warn, and sign in again when "
            + "they change members. Set it to the ARN of a secret with one PFX for all members, or "
            + "clientAccess.certificateArn to that of an exportable certificate in ACM."));
}
