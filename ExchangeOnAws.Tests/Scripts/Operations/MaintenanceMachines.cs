using System.Text.Json;
using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Servers before and in maintenance.</summary>
internal static class MaintenanceMachines
{
    public const string Record = @"C:\ProgramData\ExchangeOnAws\Maintenance.json";
    public const string Requester = "Maintenance";

    private static readonly string[] s_services =
    [
        "MSExchangeADTopology", "MSExchangeRepl", "MSExchangeServiceHost", "MSExchangeTransport",
        "MSExchangeFrontEndTransport", "MSExchangeDelivery", "MSExchangeSubmission", "W3SVC",
    ];

    /// <summary>EXA1, which has a database, the cluster's own group and mail in its queues.</summary>
    public static SimulatedWindows Member(params string[] others)
    {
        var windows = ClusterMachines.Member("EXA1", others);
        AddRole(windows, "MailboxRole", s_services);
        windows.Area<SimulatedCoreGroup>().Owner = "EXA1";
        ClusterMachines.AddDatabase(windows, "DB01", ["EXA1", .. windows.Area<SimulatedExchange>().Servers
            .Where(server => server != "EXA1")]);
        FillQueues(windows);
        return windows;
    }

    /// <summary>The same, after Enter-Maintenance and a restart.</summary>
    public static SimulatedWindows InMaintenance(string reason = "patching", string policy = "Unrestricted")
    {
        var windows = Member("EXB1");
        Enter(windows);
        windows.Files.CreateFolder(SimulatedFiles.Parent(Record));
        windows.Files.Write(Record, JsonSerializer.Serialize(new
        {
            Offline = "",
            Policy = policy,
            MoveNow = false,
            Node = "Up",
            Reason = reason,
        }));
        return windows;
    }

    /// <summary>As an operator brings a member into maintenance.</summary>
    public static void Enter(SimulatedWindows windows)
    {
        var components = windows.Area<SimulatedComponents>();
        components.Set("EXA1", "HubTransport", Requester, "Draining", windows.Now);
        components.Set("EXA1", "ServerWideOffline", Requester, "Inactive", windows.Now);
        windows.Area<SimulatedMaintenance>().Blocked.Add("EXA1");
        windows.Area<SimulatedMaintenance>().MovingAway.Add("EXA1");
        windows.Area<SimulatedCluster>().Nodes.Single(node => node.Name == "EXA1").IsPaused = true;
        windows.Area<SimulatedExchange>().Database("DB01").ActiveOn = "EXB1";
        windows.Area<SimulatedQueues>().Empty();
        windows.Advance(TimeSpan.FromMinutes(30));
    }

    public static SimulatedWindows Edge()
    {
        var windows = new SimulatedWindows();
        windows.Area<SimulatedComputer>().Name = "EDGEA1";
        windows.Area<SimulatedExchange>().Servers.Add("EDGEA1");
        AddRole(windows, "EdgeTransportRole",
            ["ADAM_MSExchange", "MSExchangeEdgeCredential", "MSExchangeServiceHost", "MSExchangeTransport"]);
        FillQueues(windows);
        return windows;
    }

    private static void AddRole(SimulatedWindows windows, string role, IEnumerable<string> services)
    {
        windows.Registry.Create(SimulatedSetup.Key + role)["UnpackedVersion"] = "15.2.2562.17";
        foreach (var name in services)
        {
            windows.Services.All[name] = new(name) { StartType = "Automatic", Status = "Running" };
        }
    }

    private static void FillQueues(SimulatedWindows windows)
    {
        var counts = windows.Area<SimulatedQueues>().Counts;
        (counts["Submission"], counts["7"], counts[@"Shadow\3"], counts["Poison"]) = (2, 5, 12, 1);
    }
}
