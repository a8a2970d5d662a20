using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Clients' networks are what the load balancer's place says they are.</summary>
internal sealed class ClientNetworksCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
        ["clientAccess.allowedCidrs", "clientAccess.internetFacing"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var access = plan.Settings.ClientAccess;
        foreach (var block in (access.AllowedCidrs ?? []).Where(block => block.PrefixLength == 0).Distinct())
        {
            yield return Finding.Warning("clientAccess.allowedCidrs", "clientAccess.allowedCidrs contains "
                + $"{block}, which opens Outlook, OWA and the other client protocols to every address that "
                + "reaches the load balancer. List the networks clients connect from.");
        }

        if (access is { InternetFacing: true, AllowedCidrs: null })
        {
            yield return Finding.Warning("clientAccess.allowedCidrs", "clientAccess.allowedCidrs is not set "
                + "and clientAccess.internetFacing is true; only the VPC's own addresses are let in. List "
                + "the networks clients connect from.");
        }
    }
}
