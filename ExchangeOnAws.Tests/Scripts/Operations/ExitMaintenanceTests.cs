using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class ExitMaintenanceTests : ScriptSuite
{
    protected override string Script => "Operations/Exit-Maintenance";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["Always"] = "false" };

    [TestCase("blocked before")]
    [TestCase("paused before")]
    [TestCase("half before")]
    public void What_was_so_before_stays_so(string what)
    {
        var windows = MaintenanceMachines.InMaintenance(
            policy: what == "blocked before" ? "Blocked" : "Unrestricted");
        Rewrite(windows, what);

        var result = RunOn(windows).ToEnd();

        var components = windows.Area<SimulatedComponents>();
        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Area<SimulatedMaintenance>().Blocked.Contains("EXA1"),
            Is.EqualTo(what == "blocked before"));
        Assert.That(Node(windows).IsPaused, Is.EqualTo(what == "paused before"));
        Assert.That(components.Effective("EXA1", "ServerWideOffline"),
            Is.EqualTo(what == "half before" ? "Inactive" : "Active"));
        Assert.That(windows.Area<SimulatedExchange>().Database("DB01").ActiveOn,
            Is.EqualTo(what == "half before" ? "EXA1" : "EXB1"));
    }

    /// <summary>With a record of it, without one, and with one that a power loss emptied.</summary>
    [TestCase("disk")]
    [TestCase("")]
    [TestCase("empty")]
    public void Maintenance_of_an_operator_is_left_until_an_operator_ends_it(string reason)
    {
        var windows = MaintenanceMachines.InMaintenance(reason);
        if (reason.Length == 0)
        {
            windows.Files.Remove(MaintenanceMachines.Record);
        }
        else if (reason == "empty")
        {
            windows.Files.Write(MaintenanceMachines.Record, "");
        }

        var hook = RunOn(windows).ToEnd();
        var always = new Dictionary<string, string> { ["Always"] = "true" };
        var asked = ScriptRun.Of(Library, Script, windows, always).ToEnd();
        var again = ScriptRun.Of(Library, Script, windows, always).ToEnd();

        Assert.That(hook.ExitCode, Is.Zero, hook.Text);
        Assert.That(hook.Changes, Is.Empty);
        Assert.That(asked.ExitCode, Is.Zero, asked.Text);
        Assert.That(IsReached(windows), Is.True);
        Assert.That(again.Changes, Is.Empty);
    }

    [Test]
    public void Services_that_a_failed_update_left_disabled_are_named_and_the_server_stays()
    {
        var windows = NewMachine();
        windows.Services.Get("MSExchangeIS").StartType = "Disabled";
        windows.Services.Get("W3SVC").StartType = "Disabled";

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain("EXA1 stays in maintenance: an update failed")
            .And.Contain(@"disabled: MSExchangeIS, W3SVC. See C:\ExchangeSetupLogs\ServiceControl.log"));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Service_that_did_not_start_is_started()
    {
        var windows = NewMachine();
        windows.Services.Get("MSExchangeDelivery").Status = "Stopped";
        windows.Services.All["MSExchangePOP3"] = new("MSExchangePOP3") { StartType = "Automatic" };
        windows.Services.All["MSExchangeIMAP4"] = new("MSExchangeIMAP4");

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Services.Get("MSExchangeDelivery").Status, Is.EqualTo("Running"));
        Assert.That(windows.Services.Get("MSExchangePOP3").Status, Is.EqualTo("Running"));
        Assert.That(windows.Services.Get("MSExchangeIMAP4").Status, Is.EqualTo("Stopped"));
    }

    [TestCase("HubTransport", "Functional", false)]
    [TestCase("Monitoring", "Functional", false)]
    [TestCase("HubTransport", "HealthAPI", true)]
    public void Component_that_somebody_else_made_inactive_is_named_and_left(
        string component, string requester, bool isPatient)
    {
        var windows = NewMachine();
        var components = windows.Area<SimulatedComponents>();
        components.Set("EXA1", component, requester, "Inactive", windows.Now);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.EqualTo(isPatient ? 0 : 1), result.Text);
        Assert.That(result.Failure, isPatient ? Is.Empty : Does.Contain(
            $"EXA1 is not in service as a whole: {component} is Inactive (requester {requester})."));
        Assert.That(components.State("EXA1", component, requester), Is.EqualTo("Inactive"));
    }

    [TestCase("Suspended", 0, @"DB01\EXA1 is Suspended, not Healthy")]
    [TestCase("Healthy", 900, @"DB01\EXA1 has 900 logs to copy and 0 to replay")]
    public void Copy_that_does_not_get_healthy_is_named(string state, int queue, string fault)
    {
        var windows = MaintenanceMachines.InMaintenance();
        var copy = windows.Area<SimulatedExchange>().Database("DB01").Copy("EXA1");
        (copy.State, copy.CopyQueue) = (state, queue);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain($"the copies on EXA1; last answer: {fault}."));
        Assert.That(windows.Area<SimulatedExchange>().Database("DB01").ActiveOn, Is.EqualTo("EXB1"));
        Assert.That(windows.Files.Exists(MaintenanceMachines.Record), Is.True);
    }

    /// <summary>Somebody restores a mailbox from a backup: it is mounted here and has no copies.</summary>
    [Test]
    public void Recovery_database_is_not_waited_for()
    {
        var windows = MaintenanceMachines.InMaintenance();
        ClusterMachines.AddDatabase(windows, "Restored", "EXA1");
        var database = windows.Area<SimulatedExchange>().Database("Restored");
        (database.IsRecovery, database.IsMounted) = (true, false);
        database.Copy("EXA1").State = "Dismounted";

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
    }

    /// <summary>Nothing can take the place of a lone member, so nothing is asked of others.</summary>
    [TestCase("EXB1")]
    [TestCase("")]
    public void Way_in_and_out_ends_where_it_began(string others)
    {
        var windows = MaintenanceMachines.Member(
            others.Split(',', StringSplitOptions.RemoveEmptyEntries));
        var none = new Dictionary<string, string>();

        var enter = ScriptRun.Of(Library, "Operations/Enter-Maintenance", windows, none).ToEnd();
        windows.Restart();
        var exit = ScriptRun.Of(Library, Script, windows, none).ToEnd();

        Assert.That(enter.ExitCode, Is.Zero, enter.Text);
        Assert.That(enter.Changes.Count(change => change.Name == "Suspend-ClusterNode"),
            Is.EqualTo(others.Length > 0 ? 1 : 0));
        Assert.That(exit.ExitCode, Is.Zero, exit.Text);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Edge_server_comes_back()
    {
        var windows = MaintenanceMachines.Edge();
        var none = new Dictionary<string, string>();
        ScriptRun.Of(Library, "Operations/Enter-Maintenance", windows, none).ToEnd();
        windows.Restart();

        var result = ScriptRun.Of(Library, Script, windows, none).ToEnd();

        var components = windows.Area<SimulatedComponents>();
        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(components.Effective("EDGEA1", "EdgeTransport"), Is.EqualTo("Active"));
        Assert.That(components.IsTaken(windows, "EDGEA1", "EdgeTransport"), Is.True);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = MaintenanceMachines.InMaintenance();
        windows.Restart();
        // It missed the logs of half an hour.
        var copy = windows.Area<SimulatedExchange>().Database("DB01").Copy("EXA1");
        copy.CopyQueue = 40;
        windows.After(TimeSpan.FromMinutes(4), () => copy.CopyQueue = 0);
        windows.AtRestart(() => copy.CopyQueue = 0);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows)
    {
        var (components, maintenance) =
            (windows.Area<SimulatedComponents>(), windows.Area<SimulatedMaintenance>());
        return components.Effective("EXA1", "HubTransport") == "Active"
            && components.IsTaken(windows, "EXA1", "HubTransport")
            && !maintenance.Blocked.Contains("EXA1") && !maintenance.MovingAway.Contains("EXA1")
            && !Node(windows).IsPaused
            && windows.Area<SimulatedExchange>().Database("DB01") is { ActiveOn: "EXA1", IsMounted: true }
            && !windows.Files.Exists(MaintenanceMachines.Record);
    }

    private static SimulatedNode Node(SimulatedWindows windows) =>
        windows.Area<SimulatedCluster>().Nodes.Single(node => node.Name == "EXA1");

    private static void Rewrite(SimulatedWindows windows, string what)
    {
        var record = windows.Files.Read(MaintenanceMachines.Record);
        windows.Files.Write(MaintenanceMachines.Record, what switch
        {
            "paused before" => record.Replace("\"Up\"", "\"Paused\"", StringComparison.Ordinal),
            "half before" => record.Replace(
                "\"Offline\":\"\"", "\"Offline\":\"ServerWideOffline\"", StringComparison.Ordinal),
            _ => record,
        });
    }
}
