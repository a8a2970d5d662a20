using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Exchange servers that the tests of the availability group share.</summary>
public static class ClusterMachines
{
    public const string Group = "DAG1";
    public const string Witness = "WITNESS.corp.example.com";
    public const string WitnessDirectory = @"C:\DAGFileShareWitnesses\DAG1";
    public const string RestartMarker = @"C:\ProgramData\ExchangeOnAws\Steps\Set-DatabaseCopies.restart";

    /// <summary>A server with Exchange in an organisation without a group.</summary>
    public static SimulatedWindows Server(string name, params string[] others)
    {
        var windows = new SimulatedWindows();
        var computer = windows.Area<SimulatedComputer>();
        (computer.Name, computer.Domain, computer.DomainRole) = (name, "corp.example.com", 3);
        windows.Features.States["Failover-Clustering"] = "Installed";
        windows.Services.All["ClusSvc"] = new("ClusSvc") { StartType = "Disabled" };
        windows.Services.All["MSExchangeIS"] =
            new("MSExchangeIS") { StartType = "Automatic", Status = "Running" };
        var exchange = windows.Area<SimulatedExchange>();
        exchange.Servers.UnionWith([name, .. others]);
        exchange.WitnessHosts.Add("WITNESS");
        exchange.ReadyAt = windows.Now + TimeSpan.FromSeconds(40);
        return windows;
    }

    /// <summary>A member of the group, with all others in and up.</summary>
    public static SimulatedWindows Member(string name, params string[] others)
    {
        var windows = Server(name, others);
        var (exchange, group) = (windows.Area<SimulatedExchange>(), AddGroup(windows));
        foreach (var member in exchange.Servers)
        {
            Join(windows, member);
        }

        windows.Area<SimulatedCluster>().SetQuorum(group, exchange);
        group.ActivationMode = "DagOnly";
        var service = windows.Services.Get("ClusSvc");
        (service.StartType, service.Status) = ("Automatic", "Running");
        return windows;
    }

    public static SimulatedAvailabilityGroup AddGroup(SimulatedWindows windows)
    {
        var group = new SimulatedAvailabilityGroup(Group, windows.Now)
        {
            WitnessServer = Witness,
            WitnessDirectory = WitnessDirectory,
            FileSystem = "ReFS",
            Address = "255.255.255.255",
        };
        windows.Area<SimulatedExchange>().Groups.Add(group);
        return group;
    }

    /// <summary>Another server becomes a member and its node comes up.</summary>
    public static void Join(SimulatedWindows windows, string name)
    {
        windows.Area<SimulatedExchange>().Group(Group).Members.Add(new(name, windows.Now));
        windows.Area<SimulatedCluster>().Nodes.Add(new(name, windows.Now));
    }

    /// <summary>A mounted database with healthy copies, the first preference first.</summary>
    public static SimulatedDatabase AddDatabase(
        SimulatedWindows windows, string name, params string[] servers)
    {
        var database = new SimulatedDatabase(name, servers[0]) { IsMounted = true };
        database.Copies.AddRange(servers[1..].Select(server => new SimulatedCopy(server)));
        windows.Area<SimulatedExchange>().Databases.Add(database);
        return database;
    }
}
