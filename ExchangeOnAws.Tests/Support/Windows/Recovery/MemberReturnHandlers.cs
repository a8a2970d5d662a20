namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Servers that the cluster does not know any more, and files that copies left behind.</summary>
public sealed class SimulatedReturn
{
    /// <summary>The cluster services of servers that are no nodes: clean unless listed here.</summary>
    public Dictionary<string, (string Status, string StartType)> ClusterServices { get; } =
        new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that answer on the network without being members of the domain.</summary>
    public HashSet<string> Strangers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>DB01\EXA1: files of copies whose configuration was removed.</summary>
    public HashSet<string> LeftFiles { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>DB01\EXA1: copies with logs that the active copy never had.</summary>
    public HashSet<string> Diverged { get; } = new(StringComparer.OrdinalIgnoreCase);
}

/// <summary>Members that come back after a recovery, or are taken out for good.</summary>
public sealed class MemberReturnHandlers : HandlerGroup
{
    /// <summary>How long logs are compared and copied.</summary>
    private static readonly TimeSpan s_resync = TimeSpan.FromMinutes(2);

    public override IEnumerable<Handler> Handlers =>
    [
        Changes("Start-DatabaseAvailabilityGroup", Start),
        Changes("Resume-MailboxDatabaseCopy", Resume),
        Changes("Remove-MailboxDatabaseCopy", Remove),
        Changes("Remove-ClusterNode", Evict),
        Reads("Get-ClusterParameter", call => Record.Of(
            ("Name", call.Text("Name")),
            ("Value", call.Windows.Area<SimulatedCluster>().Witness))),
    ];

    private static void Start(Call call)
    {
        ExchangeShellHandlers.Prompt(call);
        var (exchange, cluster, group) = (
            ExchangeShellHandlers.Exchange(call), call.Windows.Area<SimulatedCluster>(),
            AvailabilityGroupHandlers.Find(call));
        var name = call.Text("MailboxServer");
        if (!group.Has(name))
        {
            throw new CommandException($"{name} is not a member of {group.Name}.");
        }

        group.Stopped.Remove(name);
        if (call.Flag("ConfigurationOnly") || cluster.Has(name))
        {
            return;
        }

        if (exchange.Lost.Contains(name))
        {
            throw new CommandException($"{name} can't be contacted.");
        }

        cluster.Nodes.Add(new(name, call.Windows.Now + cluster.JoinTime));
        foreach (var database in exchange.Databases.Where(item => item.Find(name) is { State: "Healthy" }))
        {
            Compare(call, database, database.Copy(name));
        }
    }

    private static void Resume(Call call)
    {
        var names = call.Text("Identity").Split('\\');
        var database = ExchangeShellHandlers.Exchange(call).Database(names[0]);
        var copy = database.Copy(names[1]);
        if (!copy.State.EndsWith("Suspended", StringComparison.Ordinal))
        {
            throw new CommandException($"{call.Text("Identity")} isn't suspended.");
        }

        Compare(call, database, copy);
    }

    /// <summary>A passive copy is compared with the active one, and copies what it lacks.</summary>
    private static void Compare(Call call, SimulatedDatabase database, SimulatedCopy copy)
    {
        var isLost = !copy.HasFiles
            || call.Windows.Area<SimulatedReturn>().Diverged.Contains($@"{database.Name}\{copy.Server}");
        (copy.State, copy.SuspendComment) = (isLost ? "FailedAndSuspended" : "Healthy", "");
        copy.CopyQueue = isLost ? copy.CopyQueue : 0;
        copy.SeededAt = call.Windows.Now + s_resync;
    }

    private static void Remove(Call call)
    {
        ExchangeShellHandlers.Prompt(call);
        var names = call.Text("Identity").Split('\\');
        var database = ExchangeShellHandlers.Exchange(call).Database(names[0]);
        var copy = database.Copy(names[1]);
        var refusal = !call.Windows.Area<SimulatedCluster>().HasQuorum ? "The cluster has no quorum."
            : SimulatedExchange.IsSame(database.ActiveOn, copy.Server) ? "This is the active copy."
            : database is { HasCircularLogging: true, Copies.Count: 2 } ? "Circular logging is on."
            : null;
        if (refusal is not null)
        {
            throw new CommandException($"{call.Text("Identity")} can't be removed. {refusal}");
        }

        database.Copies.Remove(copy);
        call.Windows.Area<SimulatedReturn>().LeftFiles.Add($@"{database.Name}\{copy.Server}");
    }

    private static void Evict(Call call)
    {
        var (cluster, name) = (call.Windows.Area<SimulatedCluster>(), call.Text("Name"));
        if (!call.Flag("Force"))
        {
            ExchangeShellHandlers.Prompt(call);
        }

        var node = cluster.Nodes.SingleOrDefault(node => SimulatedExchange.IsSame(node.Name, name))
            ?? throw new CommandException($"There is no node {name}.");
        cluster.Nodes.Remove(node);
        if (node.IsDown)
        {
            // ERROR_CLUSTER_EVICT_WITHOUT_CLEANUP, 5896.
            throw new CommandException($"{name} was evicted, but not fully cleaned up.");
        }
    }
}
