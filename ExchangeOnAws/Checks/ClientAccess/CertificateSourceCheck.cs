using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Members have their certificate from one place, in their own region and partition.</summary>
internal sealed class CertificateSourceCheck : ICheck
{
    private const string Key = "clientAccess.certificateArn";
    private const string Secret = "clientAccess.certificateSecretArn";
    private const string Balancer = "clientAccess.applicationLoadBalancer.certificateArn";

    public IReadOnlyList<string> Subjects { get; } = [Key, Secret, Balancer, "aws:region"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var access = plan.Settings.ClientAccess;
        if (access.CertificateArn is not { } certificate)
        {
            yield break;
        }

        if (access.CertificateSecretArn is not null)
        {
            yield return Finding.Error(Key, $"{Key} and {Secret} are both set; members present one "
                + $"certificate. Remove {Secret} and its password to have ACM renew it, or remove {Key}.");
        }

        if (certificate.Split(':')[3] is var region && region != plan.Region)
        {
            yield return Finding.Error(Key, $"{Key} {certificate} is in {region} and aws:region is "
                + $"{plan.Region}; the load balancer's certificate is of its own region, and the members' is "
                + $"the same. Request an exportable one in {plan.Region} and set its ARN.");
        }

        if (access.ApplicationLoadBalancer?.CertificateArn is { } other && other != certificate)
        {
            yield return Finding.Error(Balancer, $"{Balancer} is {other} and {Key} is {certificate}; "
                + "Extended Protection refuses clients unless both sides have the same certificate. Set "
                + "both to one ARN.");
        }
    }
}
