using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Members share a certificate that clients trust.</summary>
internal sealed class ClientCertificateCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =

    [
        "clientAccess.certificateSecretArn", "clientAccess.certificateArn",
        "clientAccess.applicationLoadBalancer",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        // With the application load balancer it is an error, and that rule's to tell.
        if (!plan.ClientAccess.HasCertificate && !plan.ClientAccess.HasApplicationLoadBalancer)
        {
            yield return Finding.Warning("clientAccess.certificateSecretArn",
                "clientAccess.certificateSecretArn is not set, so each member keeps its own self-signed "
                + "certificate: clients warn, and sign in again when they change members. Set it to the ARN "
                + "of a secret with one PFX for all members, or clientAccess.certificateArn to that of an "
                + "exportable certificate in ACM.");
        }
    }
}
