using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class ExtendedProtectionCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new ExtendedProtectionCheck();

    [Test]
    public void Members_without_the_load_balancers_certificate_are_an_error() => AssertSays(
        Plans.ThreeZonesWith(settings => settings with
        {
            ClientAccess = settings.ClientAccess with { CertificateSecretArn = null },
        }),
        Finding.Error("clientAccess.certificateSecretArn", "clientAccess.certificateSecretArn is not set and "
            + "clientAccess.applicationLoadBalancer is; Extended Protection refuses clients unless members "
            + "hold the load balancer's certificate. Set it to the ARN of a secret with that certificate as "
            + "PFX, or clientAccess.certificateArn to its ARN where ACM can export it; or remove "
            + "clientAccess.applicationLoadBalancer."));

    [Test]
    public void Requested_certificate_has_to_reach_the_members_too() => AssertSays(
        Plans.WithClientAccess(access => access with
        {
            ApplicationLoadBalancer = new(),
            HostedZoneId = "Z0123456789ABCDEFGHIJ",
            CertificateSecretArn = null,
        }),
        Finding.Warning("clientAccess.certificateSecretArn", "clientAccess.certificateSecretArn is not set, "
            + "so Extended Protection refuses clients that sign in through the application load balancer "
            + "until members hold its certificate. Set clientAccess.certificateArn to the requested "
            + "certificate's ARN after the first deployment: members then fetch it, and every renewed one."));
}
