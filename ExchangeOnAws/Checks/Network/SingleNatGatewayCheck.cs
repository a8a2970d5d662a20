using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Checks;

/// <summary>Tells what a single NAT gateway means where the rest is built to survive a zone.</summary>
internal sealed class SingleNatGatewayCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
        ["network.natGateways", "network.zones", "network.vpcId", "protection.deletionProtection"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var isMeantToLast = plan.Network.Zones.Count > 2 || plan.Settings.Protection.DeletionProtection;
        if (isMeantToLast && plan.Settings.Network is { VpcId: null, NatGateways: NatGateways.Single })
        {
            yield return Finding.Info("network.natGateways", "network.natGateways is single; the loss of "
                + $"{plan.Network.Zones[0].Name} takes the way to the internet from all zones. Use "
                + "onePerZone to keep the other zones' way out.");
        }
    }
}
