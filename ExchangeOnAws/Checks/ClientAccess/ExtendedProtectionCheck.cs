using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Behind the application load balancer members hold the load balancer's certificate.</summary>
internal sealed class ExtendedProtectionCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
    [
        "clientAccess.certificateSecretArn", "clientAccess.certificateArn",
        "clientAccess.applicationLoadBalancer", "clientAccess.hostedZoneId",
    ];

    // Microsoft, "Configure Windows Extended Protection in Exchange Server" (2026): SSL
    // bridging is supported with the same certificate on both sides only.
    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Settings.ClientAccess is not
            {
                ApplicationLoadBalancer: { } balancer,
                CertificateSecretArn: null,
                CertificateArn: null,
            })
        {
            yield break;
        }

        // A certificate that is requested exists only after the first deployment, and is exported then.
        yield return balancer.CertificateArn is null && plan.ClientAccess.HostedZoneId is not null
            ? Finding.Warning(Key, $"{Key} is not set, so Extended Protection refuses clients that sign in "
                + "through the application load balancer until members hold its certificate. Set "
                + "clientAccess.certificateArn to the requested certificate's ARN after the first "
                + "deployment: members then fetch it, and every renewed one.")
            : Finding.Error(Key, $"{Key} is not set and clientAccess.applicationLoadBalancer is; Extended "
                + "Protection refuses clients unless members hold the load balancer's certificate. Set it to "
                + "the ARN of a secret with that certificate as PFX, or clientAccess.certificateArn to its "
                + "ARN where ACM can export it; or remove clientAccess.applicationLoadBalancer.");
    }

    private const string Key = "clientAccess.certificateSecretArn";
}
