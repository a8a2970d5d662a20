using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Two members and their witness, of which the zone of EXA1 and the witness is lost.</summary>
public sealed class RestoreClusterTests : ScriptSuite
{
    protected override string Script => "Recovery/Restore-Cluster";

    protected override IReadOnlyDictionary<string, string> Parameters => With();

    [TestCase("DAG1 without exa1")]
    [TestCase("yes")]
    public void Other_confirmation_changes_nothing(string confirmation)
    {
        var result = Run(NewMachine(), ("Confirmation", confirmation));

        Assert.That(result.Failure, Does.Contain($"the confirmation is \"{confirmation}\"")
            .And.Contain("then confirm with: DAG1 without EXA1"));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Lost_member_that_answers_is_no_lost_member()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Lost.Remove("EXA1");

        AssertRefused(windows, "EXA1 still answers.");
    }

    [Test]
    public void Group_with_quorum_is_left_alone()
    {
        var windows = NewMachine();
        windows.Area<SimulatedCluster>().HasQuorum = true;

        AssertRefused(windows, "the cluster of DAG1 answers on this server, so quorum is not lost");
    }

    [Test]
    public void Group_without_coordination_mode_is_refused()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Group("DAG1").ActivationMode = "Off";

        AssertRefused(windows, "DAG1 is not in datacenter activation coordination mode");
    }

    [Test]
    public void Group_that_is_not_there_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Groups.Clear();

        AssertRefused(windows, "there is no availability group DAG1.");
    }

    [Test]
    public void Every_member_has_to_be_named()
    {
        var windows = NewMachine();
        ClusterMachines.Join(windows, "EXC1");

        AssertRefused(windows, "Each member has to be named once: check EXC1.");
    }

    [Test]
    public void Server_that_is_no_survivor_is_refused()
    {
        var windows = NewMachine();
        windows.Area<SimulatedComputer>().Name = "EXC1";

        AssertRefused(windows, "EXC1 is not among the survivors EXB1.");
    }

    [TestCase("", "1 survivors need a witness, and WITNESS.corp.example.com does not answer.")]
    [TestCase("DCA1.corp.example.com", "and DCA1.corp.example.com does not answer.")]
    [TestCase("EXB1.corp.example.com", "EXB1.corp.example.com is a member of DAG1")]
    public void Witness_has_to_be_one(string witness, string fault) =>
        AssertRefused(NewMachine(), fault, ("AlternateWitness", witness));

    [Test]
    public void Databases_are_mounted_though_the_new_witness_is_gone_again()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Area<SimulatedExchange>().Lost.Add("DCB1");
        windows.Area<SimulatedExchange>().Database("DB02").IsMounted = false;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes.Select(change => change.Name), Is.EqualTo(["Mount-Database"]));
    }

    [Test]
    public void Own_witness_serves_when_it_is_there()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Lost.Remove("WITNESS");

        var result = Run(windows, ("AlternateWitness", ""));

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(
            result.Changes.Select(change => change.Arguments), Has.Some.Contains("UsePrimaryWitnessServer"));
    }

    [Test]
    public void Database_that_would_lose_logs_is_named_with_the_command()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Database("DB01").Copy("EXB1").CopyQueue = 7;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain(
            "To accept a loss, run: Move-ActiveMailboxDatabase -Identity DB01 -ActivateOnServer EXB1 "
                + "-MountDialOverride BestEffort"));
        Assert.That(windows.Area<SimulatedExchange>().Database("DB02").IsMounted, Is.True);
        Assert.That(windows.Area<SimulatedExchange>().Database("DB01").ActiveOn, Is.EqualTo("EXA1"));
    }

    [Test]
    public void Database_without_a_copy_on_survivors_does_not_hold_the_others()
    {
        var windows = NewMachine();
        ClusterMachines.AddDatabase(windows, "DB09", "EXA1").IsMounted = false;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Text, Does.Contain("DB09 has no copy on EXB1."));
    }

    [Test]
    public void Three_survivors_of_five_stop_their_clusters_and_need_no_witness()
    {
        var windows = Broken(
            ClusterMachines.Member("EXB1", "EXA1", "EXA2", "EXB2", "EXB3"), "EXA1", "EXA2", "WITNESS");
        ClusterMachines.AddDatabase(windows, "DB01", "EXA1", "EXB1", "EXB2").IsMounted = false;
        windows.Area<SimulatedExchange>().Database("DB01").Copy("EXB1").CopyQueue = 4;

        var result = Run(windows,
            ("LostMembers", "EXA1,EXA2"), ("Survivors", "EXB1,EXB2,EXB3"), ("AlternateWitness", ""),
            ("Confirmation", "DAG1 without EXA1 EXA2"));

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes.Count(change => change.Name == "Stop-Service"), Is.EqualTo(3));
        Assert.That(windows.Area<SimulatedExchange>().Database("DB01").ActiveOn, Is.EqualTo("EXB2"));
    }

    [Test]
    public void Survivor_whose_node_is_down_is_named()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Area<SimulatedCluster>().Nodes[0].IsDown = true;

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            "Waited 900 s for the cluster of DAG1 on EXB1; last answer: EXB1 is Down."));
    }

    [Test]
    public void Active_copy_that_cannot_be_mounted_is_named_with_its_command()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Database("DB02").MountableAt = DateTime.MaxValue;

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            "To accept a loss, run: Mount-Database -Identity DB02 -AcceptDataLoss"));
    }

    [Test]
    public void Cluster_service_that_stands_still_is_not_stopped()
    {
        var windows = NewMachine();
        windows.Services.Get("ClusSvc").Status = "Stopped";

        var result = RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True, result.Text);
        Assert.That(result.Changes.Select(change => change.Name), Has.None.EqualTo("Stop-Service"));
    }

    /// <summary>EXB1, the only survivor, with a domain controller that may be its witness.</summary>
    internal static SimulatedWindows LostZone()
    {
        var windows = Broken(ClusterMachines.Member("EXB1", "EXA1"), "EXA1", "WITNESS", "DCA1");
        ClusterMachines.AddDatabase(windows, "DB01", "EXA1", "EXB1").IsMounted = false;
        ClusterMachines.AddDatabase(windows, "DB02", "EXB1", "EXA1").IsMounted = false;
        return windows;
    }

    protected override SimulatedWindows NewMachine() => LostZone();

    protected override bool IsReached(SimulatedWindows windows)
    {
        var (exchange, cluster) = (windows.Area<SimulatedExchange>(), windows.Area<SimulatedCluster>());
        return exchange.Group("DAG1").Stopped.SetEquals(["EXA1"])
            && cluster.Nodes is [{ Name: "EXB1" } node] && node.State(windows.Now) == "Up"
            && cluster.Witness == @"\\DCB1.corp.example.com\DAG1"
            && exchange.Databases.All(database => database is { IsMounted: true, ActiveOn: "EXB1" });
    }

    private static SimulatedWindows Broken(SimulatedWindows windows, params string[] lost)
    {
        windows.Area<SimulatedExchange>().Lost.UnionWith(lost);
        windows.Area<SimulatedCluster>().HasQuorum = false;
        return windows;
    }

    internal static Dictionary<string, string> With(params (string Name, string Value)[] changes)
    {
        var parameters = new Dictionary<string, string>
        {
            ["DagName"] = ClusterMachines.Group,
            ["LostMembers"] = "EXA1",
            ["Survivors"] = "EXB1",
            ["AlternateWitness"] = "DCB1.corp.example.com",
            ["WitnessDirectory"] = ClusterMachines.WitnessDirectory,
            ["Confirmation"] = "DAG1 without EXA1",
        };
        foreach (var (name, value) in changes)
        {
            parameters[name] = value;
        }

        return parameters;
    }

    private RunResult Run(SimulatedWindows windows, params (string Name, string Value)[] changes) =>
        ScriptRun.Of(Library, Script, windows, With(changes)).ToEnd();

    private void AssertRefused(
        SimulatedWindows windows, string fault, params (string Name, string Value)[] changes)
    {
        var result = Run(windows, changes);

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does.Contain(fault));
        Assert.That(result.Changes, Is.Empty);
    }
}
