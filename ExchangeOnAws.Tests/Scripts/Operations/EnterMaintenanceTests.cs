using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class EnterMaintenanceTests : ScriptSuite
{
    protected override string Script => "Operations/Enter-Maintenance";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["Reason"] = "patching" };

    /// <summary>Two members: each refusal would otherwise be an outage.</summary>
    [TestCase("blocked", "EXB1 is in maintenance: its DatabaseCopyAutoActivationPolicy is Blocked")]
    [TestCase("paused", "EXB1 is in maintenance: its cluster node is Paused")]
    [TestCase("down", "the cluster node of EXB1 is Down")]
    [TestCase("stopped", "EXB1 is marked as stopped in DAG1")]
    [TestCase("offline", "HubTransport of EXB1 is Inactive ()")]
    [TestCase("updating", "HubTransport of EXB1 is Inactive (Functional)")]
    [TestCase("witness", @"File Share Witness (\\WITNESS.corp.example.com\DAG1) is Failed")]
    [TestCase("silent", "the witness server WITNESS.corp.example.com does not answer")]
    [TestCase("alone", "without EXA1, 1 of the 2 votes of the cluster are left, which is no majority")]
    [TestCase("copy", @"no other copy can take DB01: DB01\EXB1 is Failed, not Healthy")]
    [TestCase("queue", @"no other copy can take DB01: DB01\EXB1 has 30 logs to copy and 0 to replay")]
    [TestCase("mailbox", "DB02 has mailboxes and no copy but the one on EXA1")]
    public void Member_that_cannot_be_missed_is_refused_untouched(string what, string reason)
    {
        var windows = NewMachine();
        Break(windows, what);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does
            .Contain("Waited 300 s for what takes the place of EXA1; last answer: ").And.Contain(reason));
        Assert.That(result.Changes, Is.Empty);
    }

    /// <summary>Setup makes one for every member after the first.</summary>
    [Test]
    public void Database_without_copies_and_mailboxes_stays_mounted()
    {
        var windows = NewMachine();
        ClusterMachines.AddDatabase(windows, "Setup-EXA1", "EXA1");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Area<SimulatedExchange>().Database("Setup-EXA1").IsMounted, Is.True);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Databases_go_to_the_preferred_healthy_copy()
    {
        var windows = MaintenanceMachines.Member("EXA2", "EXB1", "EXB2");
        var database = windows.Area<SimulatedExchange>().Database("DB01");
        database.Copy("EXA2").ReplayQueue = 500;
        // Lossless: a copy that lacks a log is passed over.
        database.Copy("EXB1").CopyQueue = 1;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(database.ActiveOn, Is.EqualTo("EXB2"));
        Assert.That(result.Text, Does.Contain("Moves DB01 to EXB1.").And.Not.Contain("Moves DB01 to EXA2."));
    }

    /// <summary>Nothing is to be lost, so the server is not emptied by force.</summary>
    [Test]
    public void Database_that_does_not_move_ends_the_attempt()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Database("DB01").Copy("EXB1").CopyQueue = 1;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain("DB01 was mounted here; ")
            .And.Contain(@"The copy DB01\EXB1 lacks 1 logs"));
        Assert.That(windows.Area<SimulatedExchange>().Database("DB01").ActiveOn, Is.EqualTo("EXA1"));
        Assert.That(windows.Area<SimulatedMaintenance>().MovingAway, Is.Empty);
    }

    [Test]
    public void Messages_that_do_not_go_are_named_and_stay()
    {
        var windows = NewMachine();
        windows.Area<SimulatedQueues>().Stuck.Add("7");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Text, Does.Contain(@"last answer: EXA1\7 has 5 messages. They stay"));
        Assert.That(windows.Area<SimulatedQueues>().Targets, Is.EqualTo(["EXB1.corp.example.com"]));
    }

    /// <summary>Without a record, the hook at the end of patching leaves it there.</summary>
    [Test]
    public void Maintenance_of_an_operator_gets_no_record()
    {
        var windows = NewMachine();
        MaintenanceMachines.Enter(windows);
        windows.Area<SimulatedMaintenance>().MovingAway.Clear();

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    /// <summary>A paused node has a vote too.</summary>
    [Test]
    public void Server_in_maintenance_is_not_restarted_while_another_is_away()
    {
        var windows = NewMachine();
        MaintenanceMachines.Enter(windows);
        windows.Area<SimulatedCluster>().Nodes.Single(node => node.Name == "EXB1").IsDown = true;

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain("the cluster node of EXB1 is Down"));
    }

    [Test]
    public void Operator_takes_over_what_updates_began()
    {
        var windows = MaintenanceMachines.InMaintenance("patching");

        var result = ScriptRun.Of(Library, Script, windows,
            new Dictionary<string, string> { ["Reason"] = "disk" }).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Files.Read(MaintenanceMachines.Record), Does.Contain("disk")
            .And.Contain("Unrestricted"));
    }

    [Test]
    public void Updates_wait_until_an_operator_is_done()
    {
        var windows = MaintenanceMachines.InMaintenance("disk");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain("EXA1 is in maintenance for \"disk\", and an update would"));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Two_that_begin_at_once_are_not_both_emptied()
    {
        var windows = NewMachine();
        windows.Area<SimulatedCoreGroup>().Rival = "EXB1";

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            "EXA1 left the cluster and cannot be missed: EXB1 is Paused. Run Exit-Maintenance here"));
        Assert.That(windows.Area<SimulatedExchange>().Database("DB01").ActiveOn, Is.EqualTo("EXA1"));
    }

    [Test]
    public void Edge_server_drains_and_goes_offline()
    {
        var windows = MaintenanceMachines.Edge();

        var result = RunOn(windows).ToEnd();

        var components = windows.Area<SimulatedComponents>();
        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(components.State("EDGEA1", "EdgeTransport", "Maintenance"), Is.EqualTo("Draining"));
        Assert.That(components.Effective("EDGEA1", "ServerWideOffline"), Is.EqualTo("Inactive"));
        Assert.That(windows.Area<SimulatedQueues>().Counts["7"], Is.Zero);
        Assert.That(RunOn(windows).ToEnd().Changes, Is.Empty);
    }

    protected override SimulatedWindows NewMachine() => MaintenanceMachines.Member("EXB1");

    protected override bool IsReached(SimulatedWindows windows)
    {
        var (components, maintenance, queues) = (windows.Area<SimulatedComponents>(),
            windows.Area<SimulatedMaintenance>(), windows.Area<SimulatedQueues>());
        return components.State("EXA1", "HubTransport", "Maintenance") == "Draining"
            && components.IsTaken(windows, "EXA1", "HubTransport")
            && components.State("EXA1", "ServerWideOffline", "Maintenance") == "Inactive"
            && maintenance.Blocked.Contains("EXA1") && maintenance.MovingAway.Contains("EXA1")
            && windows.Area<SimulatedCluster>().Nodes.Single(node => node.Name == "EXA1").IsPaused
            && windows.Area<SimulatedCoreGroup>().Owner == "EXB1"
            && windows.Area<SimulatedExchange>().Database("DB01") is { ActiveOn: "EXB1", IsMounted: true }
            && queues.Counts["Submission"] + queues.Counts["7"] == 0 && queues.Counts[@"Shadow\3"] == 12
            && windows.Files.Read(MaintenanceMachines.Record).Contains("\"Unrestricted\"");
    }

    private static void Break(SimulatedWindows windows, string what)
    {
        var (exchange, cluster) = (windows.Area<SimulatedExchange>(), windows.Area<SimulatedCluster>());
        var node = cluster.Nodes.Single(node => node.Name == "EXB1");
        var copy = exchange.Database("DB01").Copy("EXB1");
        Action act = what switch
        {
            "blocked" => () => windows.Area<SimulatedMaintenance>().Blocked.Add("EXB1"),
            "paused" => () => node.IsPaused = true,
            "down" => () => node.IsDown = true,
            "stopped" => () => exchange.Group("DAG1").Stopped.Add("EXB1"),
            "offline" => () => SetOffline(windows, "Maintenance"),
            "updating" => () => windows.Area<SimulatedComponents>().Set(
                "EXB1", "HubTransport", "Functional", "Inactive", windows.Now),
            "witness" => () => cluster.WitnessState = "Failed",
            "silent" => () => exchange.Lost.Add("WITNESS"),
            "alone" => () => cluster.Witness = null,
            "copy" => () => copy.State = "Failed",
            "queue" => () => copy.CopyQueue = 30,
            "mailbox" => () => AddMailbox(windows),
            _ => throw new ArgumentException(what),
        };
        act();
    }

    private static void SetOffline(SimulatedWindows windows, string requester) =>
        windows.Area<SimulatedComponents>().Set(
            "EXB1", "ServerWideOffline", requester, "Inactive", windows.Now);

    private static void AddMailbox(SimulatedWindows windows)
    {
        ClusterMachines.AddDatabase(windows, "DB02", "EXA1");
        windows.Area<SimulatedExchange>().Mailboxes.Add(("DB02", "UserMailbox"));
    }
}
