using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>What faces the internet has public subnets to stand in.</summary>
internal sealed class PublicSubnetsCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
    [
        "network.vpcId", "network.publicSubnetIds", "gateway.hosts", "edge.servers",
        "clientAccess.internetFacing",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Network.PublicSubnets.Any())
        {
            yield break;
        }

        if (plan.Settings.Gateway.Hosts is > 0 and var hosts)
        {
            yield return Missing("gateway.hosts", $"{hosts}", "RD Gateway stands", "gateway.hosts: 0");
        }

        if (plan.Settings.Edge.Servers is > 0 and var servers)
        {
            yield return Missing("edge.servers", $"{servers}", "Edge Transport stands", "edge.servers: 0");
        }

        if (plan.Settings.ClientAccess.InternetFacing)
        {
            yield return Missing("clientAccess.internetFacing", "true", "such a load balancer stands",
                "clientAccess.internetFacing: false");
        }
    }

    private static Finding Missing(string key, string value, string what, string otherwise) =>
        Finding.Error(key, $"{key} is {value} and network.publicSubnetIds is not set; {what} in public "
        + $"subnets. Add network.publicSubnetIds and network.publicSubnetCidrs, or set {otherwise}.");
}
