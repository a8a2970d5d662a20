using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Gateway hosts are there for somebody.</summary>
internal sealed class GatewaySourcesCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["gateway.hosts", "gateway.allowedCidrs"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var gateway = plan.Settings.Gateway;
        if (gateway.Hosts > 0 && gateway.AllowedCidrs.Count == 0)
        {
            yield return Finding.Error("gateway.allowedCidrs", "gateway.allowedCidrs is empty and "
                + $"gateway.hosts is {gateway.Hosts}; nobody can reach the gateway. List the networks "
                + "administrators connect from, or set gateway.hosts: 0 to use Session Manager only.");
        }
    }
}
