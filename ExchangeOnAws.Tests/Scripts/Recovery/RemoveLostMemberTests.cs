using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>EXB1 is lost; EXA1 and the witness go on with all databases.</summary>
public sealed class RemoveLostMemberTests : ScriptSuite
{
    private const string NewInstance = "i-0b2222222222222222";

    protected override string Script => "Recovery/Remove-LostMember";

    protected override IReadOnlyDictionary<string, string> Parameters => For(NewInstance);

    /// <summary>The setting may stay for ever: only another instance is another rebuild.</summary>
    [Test]
    public void Rebuilt_member_is_left_alone_and_rebuilt_again_after_another_loss()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        Rebuild(windows);

        var same = RunOn(windows).ToEnd();
        var living = ScriptRun.Of(Library, Script, windows, For("i-0c3333333333333333")).ToEnd();
        Lose(windows);
        var lost = ScriptRun.Of(Library, Script, windows, For("i-0c3333333333333333")).ToEnd();

        Assert.That(same.ExitCode, Is.Zero, same.Text);
        Assert.That(living.Failure, Does.Contain("EXB1 is not lost: its cluster node is Up."));
        Assert.That(same.Changes.Concat(living.Changes), Is.Empty);
        Assert.That(lost.ExitCode, Is.Zero, lost.Text);
        Assert.That(IsReached(windows, "i-0c3333333333333333"), Is.True);
    }

    /// <summary>A member that a recovery evicted is no node, and lives.</summary>
    [Test]
    public void Server_that_lives_without_a_node_is_refused()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Lost.Clear();
        windows.Area<SimulatedCluster>().Nodes.RemoveAll(node => node.Name == "EXB1");

        AssertRefused(windows, "EXB1 is not lost: its service MSExchangeRepl is");
    }

    [Test]
    public void New_machine_that_answers_by_the_lost_servers_address_is_no_sign_of_life()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Lost.Clear();
        windows.Area<SimulatedReturn>().Strangers.Add("EXB1");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Member_that_a_recovery_stopped_loses_its_mark()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Group("DAG1").Stopped.Add("EXB1");
        windows.Area<SimulatedCluster>().Nodes.RemoveAll(node => node.Name == "EXB1");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Area<SimulatedExchange>().Group("DAG1").Stopped, Is.Empty);
    }

    [Test]
    public void Database_that_is_mounted_nowhere_else_keeps_its_copy()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Database("DB02").ActiveOn = "EXB1";

        AssertRefused(windows, "DB02 is mounted on no other member, so its copy on EXB1 may be the one");
    }

    [Test]
    public void Database_with_its_only_copy_there_is_named_and_stays()
    {
        var windows = NewMachine();
        ClusterMachines.AddDatabase(windows, "DB09", "EXB1").IsMounted = false;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Text, Does.Contain("DB09 has its only copy on EXB1. It stays as it is"));
        Assert.That(windows.Area<SimulatedExchange>().Database("DB09").Find("EXB1"), Is.Not.Null);
    }

    [Test]
    public void Circular_logging_is_refused_before_anything_is_removed()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Database("DB02").HasCircularLogging = true;

        AssertRefused(windows, "Set-MailboxDatabase -Identity DB02 -CircularLoggingEnabled $false");
    }

    [TestCase("group", "there is no availability group DAG1.")]
    [TestCase("server", "the organization has no Exchange server EXB1")]
    [TestCase("quorum", "the cluster of DAG1 does not answer here")]
    public void What_cannot_be_is_refused(string state, string fault)
    {
        var windows = NewMachine();
        var exchange = windows.Area<SimulatedExchange>();
        Action act = state switch
        {
            "group" => exchange.Groups.Clear,
            "server" => () => exchange.Servers.Remove("EXB1"),
            _ => () => windows.Area<SimulatedCluster>().HasQuorum = false,
        };
        act();

        AssertRefused(windows, fault);
    }

    /// <summary>EXA1, after EXB1 was lost with the databases that it had mounted.</summary>
    internal static SimulatedWindows LostMember()
    {
        var windows = ClusterMachines.Member("EXA1", "EXB1");
        windows.Area<SimulatedForest>().Controllers["DCA1.corp.example.com"] = TimeSpan.Zero;
        ClusterMachines.AddDatabase(windows, "DB01", "EXA1", "EXB1");
        ClusterMachines.AddDatabase(windows, "DB02", "EXB1", "EXA1");
        Lose(windows);
        return windows;
    }

    internal static Dictionary<string, string> For(string instance) => new()
    {
        ["DagName"] = ClusterMachines.Group,
        ["Server"] = "EXB1",
        ["InstanceId"] = instance,
    };

    protected override SimulatedWindows NewMachine() => LostMember();

    protected override bool IsReached(SimulatedWindows windows) => IsReached(windows, NewInstance);

    private static bool IsReached(SimulatedWindows windows, string instance)
    {
        var (exchange, cluster) = (windows.Area<SimulatedExchange>(), windows.Area<SimulatedCluster>());
        return exchange.Group("DAG1").Members is [{ Name: "EXA1" }]
            && cluster is { Nodes: [{ Name: "EXA1" }], Witness: null }
            && exchange.Databases.Where(database => database.Name != "DB09")
                .All(database => database is { IsMounted: true, ActiveOn: "EXA1", Copies.Count: 1 })
            && exchange.Servers.SetEquals(["EXA1", "EXB1"])
            && windows.Area<SimulatedServerMarks>().All.GetValueOrDefault("EXB1")
                == $"Removed from DAG1 to be rebuilt as {instance}";
    }

    private static void Lose(SimulatedWindows windows)
    {
        var exchange = windows.Area<SimulatedExchange>();
        exchange.Lost.Add("EXB1");
        windows.Area<SimulatedCluster>().Nodes.Single(node => node.Name == "EXB1").IsDown = true;
        foreach (var database in exchange.Databases)
        {
            database.ActiveOn = "EXA1";
        }
    }

    private static void Rebuild(SimulatedWindows windows)
    {
        windows.Area<SimulatedExchange>().Lost.Clear();
        ClusterMachines.Join(windows, "EXB1");
        foreach (var database in windows.Area<SimulatedExchange>().Databases)
        {
            database.Copies.Add(new("EXB1"));
        }
    }

    private void AssertRefused(SimulatedWindows windows, string fault)
    {
        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Text);
        Assert.That(result.Failure, Does.Contain(fault));
        Assert.That(result.Changes, Is.Empty);
    }
}
