using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>
/// EXB1 went on alone with DCB1 as its witness; now EXA1 and the group's own witness answer again.
/// </summary>
public sealed class RestoreMembershipTests : ScriptSuite
{
    protected override string Script => "Recovery/Restore-Membership";

    protected override IReadOnlyDictionary<string, string> Parameters => With();

    [TestCase("here", "EXA1 is one of those to take back.")]
    [TestCase("group", "there is no availability group DAG1.")]
    [TestCase("member", "EXA1 is no member of DAG1, which has EXB1.")]
    [TestCase("mode", "DAG1 is not in datacenter activation coordination mode")]
    [TestCase("silent", "EXA1 does not answer.")]
    [TestCase("witness", "the witness WITNESS.corp.example.com does not answer.")]
    [TestCase("cluster", "the cluster service of EXA1 is Running and Automatic")]
    [TestCase("split", "DB01 is mounted on EXA1 and EXB1 at once")]
    public void Whatever_may_split_the_group_is_refused_and_fails_the_check(string state, string fault)
    {
        var windows = NewMachine();
        var exchange = windows.Area<SimulatedExchange>();
        Action act = state switch
        {
            "here" => () => windows.Area<SimulatedComputer>().Name = "EXA1",
            "group" => exchange.Groups.Clear,
            "member" => () => exchange.Group("DAG1").Members.RemoveAll(member => member.Name == "EXA1"),
            "mode" => () => exchange.Group("DAG1").ActivationMode = "Off",
            "silent" => () => exchange.Lost.Add("EXA1"),
            "witness" => () => exchange.Lost.Add("WITNESS"),
            "cluster" => () =>
                windows.Area<SimulatedReturn>().ClusterServices["EXA1"] = ("Running", "Automatic"),
            "split" => () => exchange.Database("DB01").Copy("EXA1").State = "Mounted",
            _ => throw new ArgumentException(state, nameof(state)),
        };
        act();

        foreach (var check in new[] { "true", "false" })
        {
            var result = Run(windows, ("Check", check));

            Assert.That(result.Failure, Does.Contain(fault));
            Assert.That(result.Changes, Is.Empty);
        }
    }

    [Test]
    public void Check_changes_nothing()
    {
        var result = Run(NewMachine(), ("Check", "true"));

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Database_without_a_planned_copy_is_named()
    {
        var result = Run(NewMachine(), ("Databases", "DB01=EXA1/EXB1/EXC1"));

        Assert.That(result.Failure, Does.Contain("DB01 has no copy on EXC1"));
    }

    /// <summary>After a recovery with loss, only that copy has the logs that were lost.</summary>
    [Test]
    public void Copy_that_diverged_is_named_and_never_seeded_over()
    {
        var windows = NewMachine();
        windows.Area<SimulatedReturn>().Diverged.Add(@"DB01\EXA1");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain(
            @"DB01\EXA1 is FailedAndSuspended, and it may hold logs that no other copy has"));
        Assert.That(
            result.Changes.Select(change => change.Name), Has.None.EqualTo("Update-MailboxDatabaseCopy"));
        Assert.That(windows.Area<SimulatedExchange>().Database("DB01").ActiveOn, Is.EqualTo("EXB1"));
    }

    /// <summary>The group names its own witness all along; only the cluster knows the other one.</summary>
    [Test]
    public void Witness_of_the_recovery_is_replaced_when_all_else_is_right()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Area<SimulatedCluster>().Witness = @"\\DCB1.corp.example.com\DAG1";

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(
            result.Changes.Select(change => change.Name), Is.EqualTo(["Set-DatabaseAvailabilityGroup"]));
    }

    [Test]
    public void Databases_of_a_server_in_maintenance_stay()
    {
        var windows = NewMachine();
        windows.Area<SimulatedMaintenance>().Blocked.Add("EXA1");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Area<SimulatedExchange>().Database("DB01").ActiveOn, Is.EqualTo("EXB1"));
    }

    [Test]
    public void One_of_two_lost_members_comes_back_alone()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Group("DAG1").Members.Add(new("EXA2", windows.Now));
        windows.Area<SimulatedExchange>().Group("DAG1").Stopped.Add("EXA2");
        windows.Area<SimulatedExchange>().Lost.Add("EXA2");
        ClusterMachines.AddDatabase(windows, "DB03", "EXA2", "EXA1", "EXB1").ActiveOn = "EXB1";

        var result = Run(windows, ("Databases", "DB01=EXA1/EXB1,DB03=EXA2/EXA1/EXB1"));

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Area<SimulatedExchange>().Group("DAG1").Stopped, Is.EqualTo(["EXA2"]));
        Assert.That(windows.Area<SimulatedExchange>().Database("DB03").ActiveOn, Is.EqualTo("EXA1"));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = ClusterMachines.Member("EXB1", "EXA1");
        windows.Area<SimulatedExchange>().Group("DAG1").Stopped.Add("EXA1");
        var cluster = windows.Area<SimulatedCluster>();
        cluster.Nodes.RemoveAll(node => node.Name == "EXA1");
        cluster.Witness = @"\\DCB1.corp.example.com\DAG1";
        // A lone member has this witness although it needs none.
        ClusterMachines.AddDatabase(windows, "DB01", "EXA1", "EXB1").ActiveOn = "EXB1";
        ClusterMachines.AddDatabase(windows, "DB02", "EXB1", "EXA1");
        windows.Area<SimulatedExchange>().Database("DB01").Copy("EXA1").CopyQueue = 900;
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows)
    {
        var (exchange, cluster) = (windows.Area<SimulatedExchange>(), windows.Area<SimulatedCluster>());
        return exchange.Group("DAG1").Stopped.Count == 0
            && cluster.Nodes.Count == 2
            && cluster.Nodes.TrueForAll(node => node.State(windows.Now) == "Up")
            && cluster.Witness == $@"\\{ClusterMachines.Witness}\DAG1"
            && exchange.Databases.TrueForAll(database =>
                database.IsMounted && database.ActiveOn == database.Copies[0].Server
                && database.Status(database.Copies[1], windows.Now) == "Healthy");
    }

    private static Dictionary<string, string> With(params (string Name, string Value)[] changes)
    {
        var parameters = new Dictionary<string, string>
        {
            ["DagName"] = ClusterMachines.Group,
            ["Members"] = "EXA1",
            ["WitnessServer"] = ClusterMachines.Witness,
            ["WitnessDirectory"] = ClusterMachines.WitnessDirectory,
            ["Databases"] = "DB01=EXA1/EXB1,DB02=EXB1/EXA1",
        };
        foreach (var (name, value) in changes)
        {
            parameters[name] = value;
        }

        return parameters;
    }

    private RunResult Run(SimulatedWindows windows, params (string Name, string Value)[] changes) =>
        ScriptRun.Of(Library, Script, windows, With(changes)).ToEnd();
}
