using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class LoadBalancerCertificateCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new LoadBalancerCertificateCheck();

    [Test]
    public void Missing_certificate_is_an_error() => AssertSays(
        Plans.WithClientAccess(access => access with { ApplicationLoadBalancer = new() }),
        Finding.Error("clientAccess.applicationLoadBalancer.certificateArn",
            "clientAccess.applicationLoadBalancer.certificateArn is not set; the application load balancer "
            + "ends TLS and needs a certificate. Import the members' certificate into ACM and set its ARN, "
            + "or remove clientAccess.applicationLoadBalancer."));

    [Test]
    public void Certificate_of_another_region_is_an_error() => AssertSays(
        Plans.WithClientAccess(access => access with
        {
            ApplicationLoadBalancer = new()
            {
                CertificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1",
            },
        }),
        Finding.Error("clientAccess.applicationLoadBalancer.certificateArn",
            "clientAccess.applicationLoadBalancer.certificateArn "
            + "arn:aws:acm:us-east-1:123456789012:certificate/1 is in us-east-1 and aws:region is eu-west-1; "
            + "a load balancer uses certificates of its own region. Import the certificate into ACM in "
            + "eu-west-1 and set that ARN."));

    [Test]
    public void Certificate_is_requested_where_a_zone_can_prove_the_name() => AssertSays(
        Plans.WithClientAccess(access => access with
        {
            ApplicationLoadBalancer = new(),
            HostedZoneId = "Z0123456789ABCDEFGHIJ",
        }));
}
