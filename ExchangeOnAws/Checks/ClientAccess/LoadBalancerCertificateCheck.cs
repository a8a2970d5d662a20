using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>The application load balancer has a certificate of its own region.</summary>
internal sealed class LoadBalancerCertificateCheck : ICheck
{
    private const string Key = "clientAccess.applicationLoadBalancer.certificateArn";

    public IReadOnlyList<string> Subjects { get; } = [Key, "clientAccess.hostedZoneId", "aws:region"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Settings.ClientAccess.ApplicationLoadBalancer is not { } balancer)
        {
            yield break;
        }

        if (balancer.CertificateArn is not { } certificate)
        {
            if (plan.ClientAccess.HostedZoneId is null)
            {
                yield return Finding.Error(Key, $"{Key} is not set; the application load balancer ends TLS "
                    + "and needs a certificate. Import the members' certificate into ACM and set its ARN, or "
                    + "remove clientAccess.applicationLoadBalancer.");
            }
        }
        else if (certificate.Split(':')[3] is var region && region != plan.Region
            && AwsPartition.Of(region) == AwsPartition.Of(plan.Region))
        {
            yield return Finding.Error(Key, $"{Key} {certificate} is in {region} and aws:region is "
                + $"{plan.Region}; a load balancer uses certificates of its own region. Import the "
                + $"certificate into ACM in {plan.Region} and set that ARN.");
        }
    }
}
