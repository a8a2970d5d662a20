using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The cluster's own group, with which the Primary Active Manager goes.</summary>
public sealed class SimulatedCoreGroup
{
    public string Owner { get; set; } = "";

    /// <summary>The node that is paused elsewhere in the same moment as ours.</summary>
    public string Rival { get; set; } = "";
}

/// <summary>Pausing a node, and keeping databases from a server.</summary>
public sealed class NodeMaintenanceHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Changes("Suspend-ClusterNode", call => Pause(call, isPaused: true)),
        Changes("Resume-ClusterNode", call => Pause(call, isPaused: false)),
        Reads("Get-ClusterGroup", call => new[]
        {
            Group(call, "Available Storage", "AvailableStorage", "EXZ9"),
            // Its name as a German Windows has it.
            Group(call, "Clustergruppe", "Cluster", call.Windows.Area<SimulatedCoreGroup>().Owner),
        }),
        Changes("Move-ClusterGroup", call =>
        {
            var node = Node(call, call.Text("Node"));
            if (call.Text("Name") != "Clustergruppe" || node.State(call.Windows.Now) != "Up")
            {
                throw new CommandException($"The group {call.Text("Name")} can't be moved to {node.Name}.");
            }

            call.Windows.Area<SimulatedCoreGroup>().Owner = node.Name;
            return Group(call, "Clustergruppe", "Cluster", node.Name);
        }),
        Changes("Set-MailboxServer", SetServer),
    ];

    private static SimulatedNode Node(Call call, string name) =>
        call.Windows.Services.Get(SimulatedCluster.Service).Status != "Running"
            ? throw new CommandException("The cluster service is not running.")
            : call.Windows.Area<SimulatedCluster>().Nodes
                .Single(node => SimulatedExchange.IsSame(node.Name, name));

    private static PSObject Pause(Call call, bool isPaused)
    {
        var node = Node(call, call.Text("Name"));
        node.IsPaused = node.IsPaused == isPaused
            ? throw new CommandException($"The cluster node is {(isPaused ? "already" : "not")} paused.")
            : isPaused;
        foreach (var rival in call.Windows.Area<SimulatedCluster>().Nodes
            .Where(other => other.Name == call.Windows.Area<SimulatedCoreGroup>().Rival))
        {
            rival.IsPaused = true;
        }

        return Record.Of(("Name", node.Name), ("State", new ExchangeText(node.State(call.Windows.Now))));
    }

    private static PSObject Group(Call call, string name, string type, string owner) =>
        call.Windows.Services.Get(SimulatedCluster.Service).Status == "Running"
            ? Record.Of(("Name", name), ("GroupType", new ExchangeText(type)),
                ("OwnerNode", Record.Of(("Name", owner))))
            : throw new CommandException("The cluster service is not running.");

    private static void SetServer(Call call)
    {
        var (exchange, maintenance, server) = (ExchangeShellHandlers.Exchange(call),
            call.Windows.Area<SimulatedMaintenance>(), call.Text("Identity"));
        if (call.TextOrNull("DatabaseCopyAutoActivationPolicy") is { } policy)
        {
            _ = policy == "Blocked" ? maintenance.Blocked.Add(server) : maintenance.Blocked.Remove(server);
        }

        if (!call.Has("DatabaseCopyActivationDisabledAndMoveNow"))
        {
            return;
        }

        if (!call.Flag("DatabaseCopyActivationDisabledAndMoveNow"))
        {
            maintenance.MovingAway.Remove(server);
            return;
        }

        maintenance.MovingAway.Add(server);
        // Whatever the other copy lacks is lost, within the server's own mount dial.
        foreach (var database in exchange.Databases.Where(database => database.ActiveOn == server))
        {
            database.ActiveOn = database.Copies.Find(copy => copy.Server != server)?.Server ?? server;
        }
    }
}
