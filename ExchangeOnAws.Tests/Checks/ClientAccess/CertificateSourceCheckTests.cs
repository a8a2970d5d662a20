using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class CertificateSourceCheckTests : CheckTests
{
    private const string Elsewhere =
        "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";

    private protected override ICheck Check { get; } = new CertificateSourceCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones, Plans.ThreeZones, Fetching(Plans.Certificate),
        Plans.ThreeZonesWith(settings => settings with
        {
            ClientAccess = settings.ClientAccess with
            {
                CertificateSecretArn = null,
                CertificatePasswordSecretArn = null,
                CertificateArn = Plans.Certificate,
            },
        }),
    ];

    [Test]
    public void Two_sources_are_an_error() => AssertSays(
        Plans.WithClientAccess(access => access with { CertificateArn = Plans.Certificate }),
        Finding.Error("clientAccess.certificateArn", "clientAccess.certificateArn and "
            + "clientAccess.certificateSecretArn are both set; members present one certificate. Remove "
            + "clientAccess.certificateSecretArn and its password to have ACM renew it, or remove "
            + "clientAccess.certificateArn."));

    [Test]
    public void Certificate_of_another_region_is_an_error() => AssertSays(
        Fetching(Elsewhere),
        Finding.Error("clientAccess.certificateArn", $"clientAccess.certificateArn {Elsewhere} is in "
            + "us-east-1 and aws:region is eu-west-1; the load balancer's certificate is of its own region, "
            + "and the "
            + "members' is the same. Request an exportable one in eu-west-1 and set its ARN."));

    [Test]
    public void Load_balancer_with_another_certificate_is_an_error()
    {
        const string Other = "arn:aws:acm:eu-west-1:123456789012:certificate/another";

        AssertSays(
            Plans.WithClientAccess(access => access with
            {
                CertificateSecretArn = null,
                CertificatePasswordSecretArn = null,
                CertificateArn = Plans.Certificate,
                ApplicationLoadBalancer = new() { CertificateArn = Other },
            }),
            Finding.Error(
                "clientAccess.applicationLoadBalancer.certificateArn",
                $"clientAccess.applicationLoadBalancer.certificateArn is {Other} and "
                    + $"clientAccess.certificateArn is {Plans.Certificate}; Extended Protection refuses "
                    + "clients unless both sides have the same certificate. Set both to one ARN."));
    }

    private static DeploymentPlan Fetching(string arn) => Plans.WithClientAccess(access => access with
    {
        CertificateSecretArn = null,
        CertificatePasswordSecretArn = null,
        CertificateArn = arn,
    });
}
