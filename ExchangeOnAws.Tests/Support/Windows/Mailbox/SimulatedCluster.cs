using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A node: Joining until it is up.</summary>
public sealed record SimulatedNode(string Name, DateTime UpAt)
{
    public bool IsDown { get; set; }

    public bool IsPaused { get; set; }

    public string State(DateTime now) =>
        IsDown ? "Down" : IsPaused ? "Paused" : now >= UpAt ? "Up" : "Joining";
}

/// <summary>The failover cluster under the availability group.</summary>
public sealed class SimulatedCluster
{
    public const string Service = "ClusSvc";

    public List<SimulatedNode> Nodes { get; } = [];

    /// <summary>The witness share that is the quorum resource; null is node majority.</summary>
    public string? Witness { get; set; }

    public string WitnessState { get; set; } = "Online";

    public bool HasQuorum { get; set; } = true;

    /// <summary>How long a node takes to join.</summary>
    public TimeSpan JoinTime { get; set; } = TimeSpan.FromSeconds(30);

    public bool Has(string server) => Nodes.Any(node => SimulatedExchange.IsSame(node.Name, server));

    /// <summary>The quorum model for the number of members, as Exchange sets it.</summary>
    public void SetQuorum(SimulatedAvailabilityGroup group, SimulatedExchange exchange)
    {
        Witness = Nodes.Count % 2 == 0 ? $@"\\{group.WitnessServer}\{group.Name}" : null;
        WitnessState = exchange.WitnessHosts.Contains(SimulatedExchange.ShortName(group.WitnessServer))
            ? "Online"
            : "Failed";
    }
}

public sealed class ClusterHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-ClusterNode", call => Cluster(call).Nodes
            .Select(node => Record.Of(
                ("Name", node.Name), ("State", new ExchangeText(node.State(call.Windows.Now)))))),
        Reads("Get-ClusterResource", call => Resource(Cluster(call)) is { } witness
            ? new[] { witness }
            : []),
        Reads("Get-ClusterQuorum", call => Record.Of(
            ("Cluster", "DAG1"), ("QuorumResource", Resource(Cluster(call))))),
    ];

    private static SimulatedCluster Cluster(Call call)
    {
        var cluster = call.Windows.Area<SimulatedCluster>();
        return cluster.HasQuorum && cluster.Nodes.Count > 0
            && call.Windows.Services.Get(SimulatedCluster.Service).Status == "Running"
            ? cluster
            : throw new CommandException(
                "The cluster service is not running. Make sure that the service is running on all nodes.");
    }

    private static PSObject? Resource(SimulatedCluster cluster) => cluster.Witness is { } share
        ? Record.Of(
            ("Name", $"File Share Witness ({share})"), ("State", new ExchangeText(cluster.WitnessState)),
            ("ResourceType", new ExchangeText("File Share Witness")))
        : null;
}
