using System.Text.Json;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class ConfirmClusterTests : ScriptSuite
{
    private const string Parameter = "/exchange/dev/cluster-health";

    protected override string Script => "Mailbox/Confirm-Cluster";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["DagName"] = ClusterMachines.Group,
        ["Members"] = "EXA1,EXB1",
        ["Databases"] = "DB01=EXA1/EXB1,DB02=EXB1/EXA1",
        ["WitnessServer"] = ClusterMachines.Witness,
        ["ResultParameter"] = Parameter,
    };

    [Test]
    public void Result_says_what_was_looked_at()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();

        var result = Written(windows);
        Assert.That(result.GetProperty("dag").GetString(), Is.EqualTo("DAG1"));
        Assert.That(result.GetProperty("checkedAt").GetString(), Does.Match(@"^2026-11-01T12:\d\d:\d\dZ$"));
        Assert.That(
            result.GetProperty("members").EnumerateArray().Select(item => item.GetString()),
            Is.EqualTo(["EXA1", "EXB1"]));
        Assert.That(result.GetProperty("databases").GetInt32(), Is.EqualTo(2));
        Assert.That(result.GetProperty("witness").GetString(), Is.EqualTo(ClusterMachines.Witness));
    }

    [Test]
    public void Odd_number_of_members_has_no_witness()
    {
        var windows = Healthy(ClusterMachines.Member("EXA1", "EXB1", "EXC1"));
        var parameters = new Dictionary<string, string>(Parameters)
        {
            ["Members"] = "EXA1,EXB1,EXC1",
            ["WitnessServer"] = "",
        };

        Assert.That(ScriptRun.Of(Library, Script, windows, parameters).ToEnd().ExitCode, Is.Zero);
        Assert.That(Written(windows).GetProperty("witness").GetString(), Is.Empty);
    }

    [Test]
    public void Result_of_another_plan_is_written_anew()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        var parameters = new Dictionary<string, string>(Parameters) { ["Databases"] = "DB01=EXA1/EXB1" };

        Assert.That(ScriptRun.Of(Library, Script, windows, parameters).ToEnd().ExitCode, Is.Zero);
        Assert.That(Written(windows).GetProperty("databases").GetInt32(), Is.EqualTo(1));
    }

    [TestCase("faulty")]
    [TestCase("{ not json")]
    public void Earlier_result_is_replaced(string earlier)
    {
        var windows = NewMachine();
        windows.Area<SimulatedParameters>().Values[Parameter] =
            earlier == "faulty" ? "{\"result\":\"faulty\"}" : earlier;

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [TestCase("service", "EXB1: MSExchangeTransport do not run (Mailbox Server Role)")]
    [TestCase("check", "EXA1: TcpListener is *FAILED* port 64327 does not answer")]
    [TestCase("copy", @"DB02\EXA1 is FailedAndSuspended, not Healthy")]
    [TestCase("missing", "DB02 has no copy on EXA1")]
    [TestCase("queue", @"DB01\EXB1 has 21 logs to copy and 0 to replay")]
    [TestCase("replay", @"DB01\EXB1 has 0 logs to copy and 21 to replay")]
    [TestCase("index", @"DB01\EXB1 has the content index Failed")]
    [TestCase("dismounted", @"DB01\EXA1 is Dismounted, not Mounted")]
    [TestCase("elsewhere", "DB01 is mounted on EXB1 and not on EXA1, its first preference")]
    [TestCase("astray", @"DB01\EXA1 is Healthy, not Mounted")]
    [TestCase("node", "cluster node EXB1 is Down")]
    [TestCase("witness", @"File Share Witness (\\WITNESS.corp.example.com\DAG1) is Offline")]
    [TestCase("other", "the witness is OTHER, not WITNESS.corp.example.com")]
    [TestCase("mode", "activation mode is Off")]
    [TestCase("stopped", "EXB1 marked as stopped")]
    [TestCase("member", "EXB1 is no member")]
    [TestCase("group", "there is no DAG1")]
    [TestCase("cluster", "The cluster service is not running.")]
    public void Fault_is_written_and_ends_the_step(string harm, string fault)
    {
        var windows = Healthy(ClusterMachines.Member("EXA1", "EXB1"));
        Harm(windows, harm);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Text);
        Assert.That(result.Failure, Does.Contain("Waited 540 s for the health of DAG1").And.Contain(fault));
        Assert.That(Written(windows).GetProperty("result").GetString(), Is.EqualTo("faulty"));
        Assert.That(
            Written(windows).GetProperty("faults").EnumerateArray().Select(item => item.GetString()),
            Has.Some.Contains(fault));
    }

    /// <summary>Systems Manager ends a step that takes too long without a word of its own.</summary>
    [Test]
    public void Earlier_result_does_not_outlive_a_step_that_is_ended_while_it_waits()
    {
        var windows = Healthy(ClusterMachines.Member("EXA1", "EXB1"));
        RunOn(windows).ToEnd();
        Harm(windows, "copy");

        RunOn(windows).Once(new(StopAfter: 1));

        Assert.That(Written(windows).GetProperty("result").GetString(), Is.EqualTo("faulty"));
        Assert.That(Written(windows).GetProperty("faults")[0].GetString(), Does.Contain(@"DB02\EXA1"));
    }

    [Test]
    public void Result_is_written_only_when_other_faults_are_found()
    {
        var windows = Healthy(ClusterMachines.Member("EXA1", "EXB1"));
        Harm(windows, "service");
        windows.After(TimeSpan.FromMinutes(3.5), () => Harm(windows, "node"));
        windows.After(
            TimeSpan.FromMinutes(6.5), () => windows.Area<SimulatedCluster>().Nodes[1].IsDown = false);
        windows.After(
            TimeSpan.FromMinutes(8.5),
            () => windows.Area<SimulatedExchangeHealth>().HealthyAt = windows.Now);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(
            result.Changes.Select(change => (
                change.Arguments.Contains("MSExchangeTransport", StringComparison.Ordinal),
                change.Arguments.Contains("node EXB1", StringComparison.Ordinal))),
            Is.EqualTo([(true, false), (true, true), (true, false), (false, false)]));
    }

    [Test]
    public void Sixteen_members_that_answer_late_are_judged_within_the_hour()
    {
        string[] members = [.. Enumerable.Range(1, 16).Select(number => $"EXA{number}")];
        var windows = Healthy(ClusterMachines.Member("EXA1", [.. members[1..], "EXB1"]));
        Harm(windows, "copy");
        windows.Area<SimulatedExchangeHealth>().TestTime = TimeSpan.FromSeconds(30);
        windows.Area<SimulatedExchangeHealth>().Silent.UnionWith(members);
        var start = windows.Now;
        var parameters = new Dictionary<string, string>(Parameters)
        {
            ["Members"] = string.Join(',', members),
        };

        var result = ScriptRun.Of(Library, Script, windows, parameters).ToEnd();

        Assert.That(result.Failure, Does.Contain(@"DB02\EXA1 is FailedAndSuspended"));
        Assert.That(windows.Now - start, Is.LessThan(TimeSpan.FromMinutes(60)));
        Assert.That(Written(windows).GetProperty("result").GetString(), Is.EqualTo("faulty"));
    }

    [Test]
    public void Member_that_cannot_be_asked_does_not_hide_the_faults_of_others()
    {
        var windows = Healthy(ClusterMachines.Member("EXA1", "EXB1"));
        Harm(windows, "service");
        windows.Area<SimulatedExchangeHealth>().Silent.Add("EXA1");

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            "EXA1 doesn't answer.; EXB1: MSExchangeTransport do not run"));
    }

    [Test]
    public void Exchange_that_does_not_answer_is_a_fault_that_is_written()
    {
        var windows = Healthy(ClusterMachines.Member("EXA1", "EXB1"));
        RunOn(windows).ToEnd();
        windows.Area<SimulatedExchange>().ReadyAt = DateTime.MaxValue;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain("Waited 600 s for Exchange on EXA1"));
        Assert.That(
            Written(windows).GetProperty("faults")[0].GetString(), Does.Contain("Exchange on EXA1"));
    }

    [TestCase("blocked", "its DatabaseCopyAutoActivationPolicy is Blocked")]
    [TestCase("moving", "its DatabaseCopyActivationDisabledAndMoveNow is True")]
    public void Database_away_from_a_server_in_maintenance_is_a_note(string state, string sign)
    {
        var windows = Healthy(ClusterMachines.Member("EXA1", "EXB1"));
        var maintenance = windows.Area<SimulatedMaintenance>();
        var servers = state == "blocked" ? maintenance.Blocked : maintenance.MovingAway;
        var database = windows.Area<SimulatedExchange>().Database("DB01");
        servers.Add("EXA1");
        database.ActiveOn = "EXB1";

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Written(windows).GetProperty("result").GetString(), Is.EqualTo("healthy"));
        Assert.That(
            Written(windows).GetProperty("notes").EnumerateArray().Select(item => item.GetString()),
            Is.EqualTo([$"DB01 is mounted on EXB1: EXA1 is in maintenance, {sign}"]));
        Assert.That(RunOn(windows).ToEnd().Changes, Is.Empty);

        servers.Clear();
        database.ActiveOn = "EXA1";
        RunOn(windows).ToEnd();

        Assert.That(Written(windows).TryGetProperty("notes", out _), Is.False);
    }

    [Test]
    public void Copies_of_a_server_in_maintenance_are_looked_at()
    {
        var windows = Healthy(ClusterMachines.Member("EXA1", "EXB1"));
        windows.Area<SimulatedMaintenance>().Blocked.Add("EXA1");
        windows.Area<SimulatedExchange>().Database("DB01").ActiveOn = "EXB1";
        windows.Area<SimulatedExchange>().Database("DB01").Copies[0].State = "Suspended";

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(@"DB01\EXA1 is Suspended, not Healthy"));
    }

    [Test]
    public void Many_notes_fit_the_parameter()
    {
        var windows = Healthy(ClusterMachines.Member("EXA1", "EXB1"));
        windows.Area<SimulatedMaintenance>().Blocked.Add("EXA1");
        string[] names = [.. Enumerable.Range(10, 60).Select(number => $"DB{number}")];
        foreach (var name in names)
        {
            ClusterMachines.AddDatabase(windows, name, "EXA1", "EXB1").ActiveOn = "EXB1";
        }

        var parameters = new Dictionary<string, string>(Parameters)
        {
            ["Databases"] = string.Join(',', names.Select(name => $"{name}=EXA1/EXB1")),
        };

        Assert.That(ScriptRun.Of(Library, Script, windows, parameters).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Area<SimulatedParameters>().Values[Parameter], Has.Length.LessThan(3500));
        Assert.That(ScriptRun.Of(Library, Script, windows, parameters).ToEnd().Changes, Is.Empty);
    }

    [Test]
    public void Many_faults_fit_the_parameter()
    {
        var windows = Healthy(ClusterMachines.Member("EXA1", "EXB1"));
        windows.Area<SimulatedExchangeHealth>().FailedChecks["EXA1"] =
            ("TcpListener", new string('"', 5000));
        windows.Area<SimulatedExchangeHealth>().HealthyAt = DateTime.MaxValue;

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.EqualTo(1));
        Assert.That(windows.Area<SimulatedParameters>().Values[Parameter], Has.Length.LessThan(3500));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = Healthy(ClusterMachines.Member("EXA1", "EXB1"));
        var health = windows.Area<SimulatedExchangeHealth>();
        health.HealthyAt = windows.Now + TimeSpan.FromMinutes(5);
        health.StoppedServices["EXB1"] = "MSExchangeTransport";
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedParameters>().Values.TryGetValue(Parameter, out var text)
        && text.Contains("\"healthy\"", StringComparison.Ordinal)
        && windows.Now >= windows.Area<SimulatedExchangeHealth>().HealthyAt;

    private static JsonElement Written(SimulatedWindows windows) =>
        JsonSerializer.Deserialize<JsonElement>(windows.Area<SimulatedParameters>().Values[Parameter]);

    private static SimulatedWindows Healthy(SimulatedWindows windows)
    {
        ClusterMachines.AddDatabase(windows, "DB01", "EXA1", "EXB1");
        ClusterMachines.AddDatabase(windows, "DB02", "EXB1", "EXA1");
        windows.Area<SimulatedExchange>().Database("DB02").ActiveOn = "EXB1";
        windows.Area<SimulatedExchangeHealth>().HealthyAt = windows.Now;
        return windows;
    }

    /// <summary>The database is mounted on a server that the plan does not name for it.</summary>
    private static void MoveTo(SimulatedDatabase database, string server)
    {
        database.Copies.Add(new(server));
        database.ActiveOn = server;
    }

    private static void Harm(SimulatedWindows windows, string harm)
    {
        var (exchange, cluster, health) = (windows.Area<SimulatedExchange>(),
            windows.Area<SimulatedCluster>(), windows.Area<SimulatedExchangeHealth>());
        var (first, second) = (exchange.Database("DB01"), exchange.Database("DB02"));
        var group = exchange.Groups[0];
        health.HealthyAt = DateTime.MaxValue;
        Action act = harm switch
        {
            "service" => () => health.StoppedServices["EXB1"] = "MSExchangeTransport",
            "check" => () => health.FailedChecks["EXA1"] = ("TcpListener", "port 64327 does not answer"),
            "copy" => () => second.Copy("EXA1").State = "FailedAndSuspended",
            "missing" => () => second.Copies.RemoveAt(1),
            "queue" => () => first.Copy("EXB1").CopyQueue = 21,
            "replay" => () => first.Copy("EXB1").ReplayQueue = 21,
            "index" => () => first.Copy("EXB1").IndexState = "Failed",
            "dismounted" => () => first.IsMounted = false,
            "elsewhere" => () => first.ActiveOn = "EXB1",
            "astray" => () => MoveTo(first, "EXC1"),
            "node" => () => cluster.Nodes[1].IsDown = true,
            "witness" => () => cluster.WitnessState = "Offline",
            "other" => () => group.WitnessServer = "OTHER",
            "mode" => () => group.ActivationMode = "Off",
            "stopped" => () => group.Stopped.Add("EXB1"),
            "member" => () => group.Members.RemoveAt(1),
            "group" => exchange.Groups.Clear,
            "cluster" => () => cluster.HasQuorum = false,
            _ => throw new ArgumentException(harm, nameof(harm)),
        };
        act();
    }
}
