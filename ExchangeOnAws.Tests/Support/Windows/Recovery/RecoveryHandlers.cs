using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Marking members as failed, restoring the group without them, other servers' services.</summary>
public sealed class RecoveryHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Changes("Stop-DatabaseAvailabilityGroup", Stop),
        Changes("Restore-DatabaseAvailabilityGroup", Restore),
        Reads("Test-NetConnection", call => IsUp(call)),
        Reads("Test-Connection", call => IsUp(call)),
        Changes("Remove-ADGroupMember", call =>
        {
            ExchangeShellHandlers.Prompt(call);
            DirectoryHandlers.Directory(call).Get("group", call.Text("Identity")).Members
                .ExceptWith(call.Texts("Members"));
        }) with { When = call => call.Text("Identity") == "S-1-5-32-544" },
        Reads("Get-Service", call => RemoteService(call)) with { When = call => call.Has("ComputerName") },
        Changes("Stop-Service", StopRemote) with { When = call => call.Piped.Count > 0 },
    ];

    private static bool IsUp(Call call, string parameter = "ComputerName") =>
        !call.Windows.Area<SimulatedExchange>().Lost
            .Contains(SimulatedExchange.ShortName(call.Text(parameter)));

    private static SimulatedAvailabilityGroup Group(Call call)
    {
        ExchangeShellHandlers.Prompt(call);
        var group = AvailabilityGroupHandlers.Find(call);
        return group.ActivationMode == "DagOnly" ? group : throw new CommandException(
            $"{group.Name} isn't in datacenter activation coordination mode.");
    }

    private static void Stop(Call call)
    {
        var (group, name) = (Group(call), call.Text("MailboxServer"));
        if (!call.Flag("ConfigurationOnly") && !IsUp(call, "MailboxServer"))
        {
            throw new CommandException($"{name} can't be contacted.");
        }

        group.Stopped.Add(name);
    }

    private static void Restore(Call call)
    {
        var (group, cluster) = (Group(call), call.Windows.Area<SimulatedCluster>());
        var service = call.Windows.Services.Get(SimulatedCluster.Service);
        if (service.Status == "Running")
        {
            throw new CommandException("The Cluster service has to be stopped on the surviving members.");
        }

        if (group.Stopped.Count == 0)
        {
            throw new CommandException($"No member of {group.Name} is stopped.");
        }

        var survivors = group.Members.Count - group.Stopped.Count;
        if ((survivors == 1 || survivors % 2 == 0)
            && !call.Has("AlternateWitnessServer") && !call.Flag("UsePrimaryWitnessServer"))
        {
            throw new CommandException($"{group.Name} needs an alternate witness server.");
        }

        var names = cluster.Nodes.Select(node => node.Name)
            .Where(name => !group.Stopped.Contains(name)).ToArray();
        cluster.Nodes.Clear();
        cluster.Nodes.AddRange(names.Select(name => new SimulatedNode(
            name, call.Windows.Now + cluster.JoinTime)));
        cluster.HasQuorum = true;
        cluster.Witness = call.Has("AlternateWitnessServer")
            ? $@"\\{call.Text("AlternateWitnessServer")}\{group.Name}"
            : cluster.Witness;
        service.Status = "Running";
    }

    private static PSObject RemoteService(Call call)
    {
        var (server, returning) = (call.Text("ComputerName"), call.Windows.Area<SimulatedReturn>());
        if (!IsUp(call) || returning.Strangers.Contains(server))
        {
            throw new CommandException(
                $"Cannot open Service Control Manager on computer '{call.Text("ComputerName")}'.");
        }

        if (!call.Windows.Area<SimulatedCluster>().Has(server))
        {
            var (status, start) =
                returning.ClusterServices.GetValueOrDefault(server, ("Stopped", "Disabled"));
            return Record.Of(("Name", call.Text("Name")), ("MachineName", server), ("Status", status),
                ("StartType", start));
        }

        var node = Node(call, server);
        return Record.Of(("Name", call.Text("Name")), ("MachineName", node.Name),
            ("Status", node.IsDown ? "Stopped" : "Running"));
    }

    private static void StopRemote(Call call)
    {
        foreach (var service in call.Piped.Select(PSObject.AsPSObject))
        {
            Node(call, $"{service.Properties["MachineName"].Value}").IsDown = true;
        }
    }

    private static SimulatedNode Node(Call call, string name) => call.Windows.Area<SimulatedCluster>().Nodes
        .Single(node => SimulatedExchange.IsSame(node.Name, name));
}
