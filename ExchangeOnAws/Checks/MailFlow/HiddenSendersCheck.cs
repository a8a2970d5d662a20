using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>
/// Tells that behind the load balancer no receive connector can tell senders by their address.
/// </summary>
internal sealed class HiddenSendersCheck : ICheck
{
    private const int Smtp = 25;

    public IReadOnlyList<string> Subjects { get; } = ["clientAccess.extraPorts"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Settings.ClientAccess.ExtraPorts.Contains(Smtp))
        {
            yield return Finding.Warning("clientAccess.extraPorts", "clientAccess.extraPorts contains 25, "
                + "and members see the load balancer's address instead of the sender's. A receive connector "
                + "that lets some addresses relay would let everybody; have such senders sign in on 587, or "
                + "connect to a member.");
        }
    }
}
