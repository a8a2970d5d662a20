using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Tells what clients lose behind the application load balancer.</summary>
internal sealed class NtlmCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["clientAccess.applicationLoadBalancer"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Settings.ClientAccess.ApplicationLoadBalancer is not null)
        {
            yield return Finding.Warning("clientAccess.applicationLoadBalancer",
                "clientAccess.applicationLoadBalancer is set; NTLM signs in a connection, which an "
                + "application load balancer shares among clients, so NTLM fails there. Point clients that "
                + "use NTLM at the network load balancer.");
        }
    }
}
