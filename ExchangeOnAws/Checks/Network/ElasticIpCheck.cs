using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>The deployment takes no more Elastic IP addresses than a new account has.</summary>
internal sealed class ElasticIpCheck : ICheck
{
    // Amazon VPC user guide, "Amazon VPC quotas", Elastic IP addresses per Region (2026).
    private const int DefaultQuota = 5;
    private const string QuotaCode = "L-0263D0A3";

    public IReadOnlyList<string> Subjects { get; } =
        ["network.natGateways", "network.zones", "network.vpcId", "gateway.hosts", "edge.servers"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var nat = plan.Network.NatZones.Count();
        var gateways = plan.Settings.Gateway.Hosts;
        var edges = plan.Settings.Edge.Servers;
        if (nat + gateways + edges is > DefaultQuota and var total)
        {
            yield return Finding.Warning("network.natGateways", $"The deployment takes {total} Elastic IP "
                + $"addresses (NAT gateways {nat}, gateway.hosts {gateways}, edge.servers {edges}); AWS "
                + $"allows {DefaultQuota} per region until asked. Request more in Service Quotas: EC2-VPC "
                + $"Elastic IPs, code {QuotaCode}.");
        }
    }
}
