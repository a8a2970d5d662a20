using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Behind the application load balancer members hold the load balancer's certificate.</summary>
internal sealed class ExtendedProtectionCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
        ["clientAccess.certificateSecretArn", "clientAccess.applicationLoadBalancer"];

    // Microsoft, "Configure Windows Extended Protection in Exchange Server" (2026): SSL
    // bridging is supported with the same certificate on both sides only.
    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Settings.ClientAccess is { ApplicationLoadBalancer: not null, CertificateSecretArn: null })
        {
            yield return Finding.Error("clientAccess.certificateSecretArn",
                "clientAccess.certificateSecretArn is not set and clientAccess.applicationLoadBalancer is; "
                + "Extended Protection refuses clients unless members hold the load balancer's certificate. "
                + "Set it to the ARN of a secret with that certificate as PFX, or remove "
                + "clientAccess.applicationLoadBalancer.");
        }
    }
}
