using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetActiveDatabasesTests : ScriptSuite
{
    protected override string Script => "Mailbox/Set-ActiveDatabases";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["DagName"] = ClusterMachines.Group,
        ["Databases"] = "DB01=EXA1,DB02=EXB1,DB03=EXA1",
    };

    [Test]
    public void Copy_that_lacks_logs_is_not_made_active()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Database("DB02").Copy("EXB1").CopyQueue = 3;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain(
            @"DB02\EXB1 is Healthy, the active copy is on EXA1: The copy DB02\EXB1 lacks 3 logs"));
        Assert.That(windows.Area<SimulatedExchange>().Database("DB02").ActiveOn, Is.EqualTo("EXA1"));
        Assert.That(windows.Area<SimulatedExchange>().Database("DB03").IsMounted, Is.True);
    }

    [TestCase("Failed")]
    [TestCase("Suspended")]
    public void Copy_that_is_not_healthy_is_left_alone(string state)
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Database("DB02").Copy("EXB1").State = state;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain($@"DB02\EXB1 is {state}, the active copy is on EXA1."));
        Assert.That(
            result.Commands.Select(command => command.Name), Has.None.EqualTo("Move-ActiveMailboxDatabase"));
    }

    [TestCase("blocked", "its DatabaseCopyAutoActivationPolicy is Blocked")]
    [TestCase("moving", "its DatabaseCopyActivationDisabledAndMoveNow is True")]
    [TestCase("paused", "its cluster node is Paused")]
    public void Server_in_maintenance_is_given_no_database(string state, string sign)
    {
        var windows = NewMachine();
        var maintenance = windows.Area<SimulatedMaintenance>();
        if (state != "paused")
        {
            (state == "blocked" ? maintenance.Blocked : maintenance.MovingAway).Add("EXB1");
        }

        windows.Area<SimulatedCluster>().Nodes[1].IsPaused = state == "paused";

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Text, Does.Contain($"Leaves DB02 on EXA1: EXB1 is in maintenance, {sign}."));
        Assert.That(result.Changes.Select(change => change.Name), Is.EqualTo(["Mount-Database"]));
        Assert.That(windows.Area<SimulatedExchange>().Database("DB03").IsMounted, Is.True);
    }

    /// <summary>A node that is down or joins is a fault, and none that an operator made.</summary>
    [Test]
    public void Server_whose_node_is_down_is_no_server_in_maintenance()
    {
        var windows = NewMachine();
        windows.Area<SimulatedCluster>().Nodes[1].IsDown = true;
        windows.Area<SimulatedExchange>().Database("DB02").Copy("EXB1").State = "ServiceDown";

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            @"last answer: DB02\EXB1 is ServiceDown, the active copy is on EXA1."));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = ClusterMachines.Member("EXA1", "EXB1");
        ClusterMachines.AddDatabase(windows, "DB01", "EXA1", "EXB1");
        ClusterMachines.AddDatabase(windows, "DB02", "EXB1", "EXA1").ActiveOn = "EXA1";
        ClusterMachines.AddDatabase(windows, "DB03", "EXA1", "EXB1").IsMounted = false;
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedExchange>().Databases.All(database =>
            database.IsMounted && database.ActiveOn == database.Copies[0].Server);
}
