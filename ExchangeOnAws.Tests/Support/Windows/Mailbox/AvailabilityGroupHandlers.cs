using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Database availability groups and their members.</summary>
public sealed class AvailabilityGroupHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-DatabaseAvailabilityGroup", Get),
        Reads("Get-ADDomainController", call => Record.Of(
            // With -Discover, the host name comes as a collection.
            ("HostName", new[] { ExchangeShellHandlers.Exchange(call).OwnController })))
            with { When = call => call.Flag("Discover") },
        Changes("New-DatabaseAvailabilityGroup", New),
        Changes("Set-DatabaseAvailabilityGroup", call => Set(call, Find(call))),
        Changes("Add-DatabaseAvailabilityGroupServer", Add),
        Changes("Remove-DatabaseAvailabilityGroupServer", Remove),
    ];

    public static SimulatedAvailabilityGroup Find(Call call) =>
        ExchangeShellHandlers.Exchange(call).Group(call.Text("Identity"));

    private static IEnumerable<PSObject> Get(Call call)
    {
        var exchange = ExchangeShellHandlers.Exchange(call);
        var delay = call.Has("DomainController") && call.Text("DomainController") != exchange.OwnController
            ? exchange.ReplicationDelay
            : TimeSpan.Zero;
        return exchange.Groups
            .Where(group => call.Windows.Now >= group.ChangedAt + delay)
            .Select(group => Show(group, exchange.DomainName, call.Windows.Now));
    }

    private static PSObject Show(SimulatedAvailabilityGroup group, string domain, DateTime now)
    {
        var members = group.Members.Where(member => now >= member.VisibleAt)
            .Select(member => member.Name).ToArray();
        return Record.Of(
            ("Name", group.Name), ("WitnessServer", new ExchangeText(group.WitnessServer)),
            ("WitnessDirectory", new ExchangeText(group.WitnessDirectory)),
            ("FileSystem", new ExchangeText(group.FileSystem)),
            ("DatabaseAvailabilityGroupIpv4Addresses", new object[] { new ExchangeText(group.Address) }),
            ("DatacenterActivationMode", new ExchangeText(group.ActivationMode)),
            ("Servers", members.Select(ExchangeShellHandlers.Identity).ToArray<object>()),
            ("StartedMailboxServers", members.Where(name => !group.Stopped.Contains(name))
                .Select(name => $"{name}.{domain}").ToArray<object>()),
            ("StoppedMailboxServers", group.Stopped.Select(name => $"{name}.{domain}").ToArray<object>()));
    }

    private static void New(Call call)
    {
        var exchange = ExchangeShellHandlers.Exchange(call);
        if (exchange.Groups.Any(group => SimulatedExchange.IsSame(group.Name, call.Text("Name"))))
        {
            throw new CommandException($"The object {call.Text("Name")} already exists.");
        }

        var made = new SimulatedAvailabilityGroup(call.Text("Name"), call.Windows.Now);
        Set(call, made);
        // Without one, Exchange looks for an Exchange server in the site, though a member cannot be it.
        made.WitnessServer = made.WitnessServer.Length > 0 ? made.WitnessServer : exchange.Servers.First();
        exchange.Groups.Add(made);
    }

    private static void Set(Call call, SimulatedAvailabilityGroup group)
    {
        var (exchange, cluster) =
            (ExchangeShellHandlers.Exchange(call), call.Windows.Area<SimulatedCluster>());
        var witness = call.Text("WitnessServer", group.WitnessServer);
        if (group.Has(SimulatedExchange.ShortName(witness)))
        {
            throw new CommandException($"The witness server {witness} is a member of {group.Name}.");
        }

        group.WitnessServer = witness;
        group.WitnessDirectory = call.Text("WitnessDirectory", group.WitnessDirectory);
        group.FileSystem = call.Text("FileSystem", group.FileSystem);
        group.Address = call.Text("DatabaseAvailabilityGroupIpAddresses", group.Address);
        group.ActivationMode = call.Text("DatacenterActivationMode", group.ActivationMode);
        group.ChangedAt = call.Windows.Now;
        if (cluster.Nodes.Count > 0)
        {
            cluster.SetQuorum(group, exchange);
        }
    }

    private static void Add(Call call)
    {
        var (exchange, cluster, group) = (
            ExchangeShellHandlers.Exchange(call), call.Windows.Area<SimulatedCluster>(), Find(call));
        var name = call.Text("MailboxServer");
        if (!call.Windows.Features.IsInstalled("Failover-Clustering"))
        {
            throw new CommandException($"Failover clustering is not installed on {name}.");
        }

        if (group.Has(name))
        {
            throw new CommandException($"{name} is already a member of {group.Name}.");
        }

        if (SimulatedExchange.IsSame(SimulatedExchange.ShortName(group.WitnessServer), name))
        {
            throw new CommandException($"{name} is the witness server of {group.Name}.");
        }

        if (!cluster.Has(name))
        {
            cluster.Nodes.Add(new(name, call.Windows.Now + cluster.JoinTime));
        }

        var service = call.Windows.Services.Get(SimulatedCluster.Service);
        (service.StartType, service.Status) = ("Automatic", "Running");
        group.Members.Add(new(name, call.Windows.Now + TimeSpan.FromSeconds(5)));
        group.ChangedAt = call.Windows.Now;
        cluster.SetQuorum(group, exchange);
    }

    private static void Remove(Call call)
    {
        ExchangeShellHandlers.Prompt(call);
        var (exchange, group, name) =
            (ExchangeShellHandlers.Exchange(call), Find(call), call.Text("MailboxServer"));
        if (exchange.Databases.Any(database => database.Copies.Count > 1 && database.Find(name) is not null))
        {
            throw new CommandException($"{name} has copies of replicated databases.");
        }

        if (!call.Flag("ConfigurationOnly") && !call.Windows.Area<SimulatedCluster>().Has(name))
        {
            throw new CommandException($"{name} is not a node of the cluster.");
        }

        group.Members.RemoveAll(member => SimulatedExchange.IsSame(member.Name, name));
    }
}
