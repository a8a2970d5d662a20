using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class AddAvailabilityGroupMemberTests : ScriptSuite
{
    protected override string Script => "Mailbox/Add-AvailabilityGroupMember";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["DagName"] = ClusterMachines.Group,
        ["Previous"] = "EXA1",
    };

    [Test]
    public void Nothing_is_added_before_the_previous_member_is_seen()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Group("DAG1").Members.Clear();

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain(
            "Waited 1800 s for the members EXA1 of DAG1; last answer: EXA1 not seen yet."));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void First_member_waits_for_the_group()
    {
        var windows = ClusterMachines.Server("EXA1");
        windows.After(TimeSpan.FromMinutes(3), () => ClusterMachines.AddGroup(windows));

        var result = ScriptRun.Of(Library, Script, windows, new Dictionary<string, string>
        {
            ["DagName"] = ClusterMachines.Group,
        }).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Area<SimulatedExchange>().Group("DAG1").Has("EXA1"), Is.True);
    }

    [Test]
    public void Feature_that_waits_for_its_restart_gets_it_first()
    {
        var windows = NewMachine();
        windows.Features.States["Failover-Clustering"] = "InstallPending";
        windows.AtRestart(() => windows.Features.States["Failover-Clustering"] = "Installed");

        var result = RunOn(windows).ToEnd();

        Assert.That(windows.Restarts, Is.EqualTo(1));
        Assert.That(IsReached(windows), Is.True, result.Text);
        Assert.That(result.Changes.Select(change => change.Name), Has.None.EqualTo("Install-WindowsFeature"));
    }

    [Test]
    public void Feature_that_is_missing_brings_the_service_with_it()
    {
        var windows = NewMachine();
        windows.Features.States["Failover-Clustering"] = "Available";
        windows.Features.NeedingRestart.Add("Failover-Clustering");
        windows.Services.All.Remove("ClusSvc");
        windows.AtRestart(() => windows.Services.All["ClusSvc"] = new("ClusSvc") { StartType = "Disabled" });

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Member_that_was_evicted_is_added_anew()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Group("DAG1").Members.Add(new("EXB1", windows.Now));
        var service = windows.Services.Get("ClusSvc");
        (service.StartType, service.Status) = ("Automatic", "Running");

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Server_of_another_group_is_refused()
    {
        var windows = NewMachine();
        var other = new SimulatedAvailabilityGroup("DAG2", windows.Now);
        other.Members.Add(new("EXB1", windows.Now));
        windows.Area<SimulatedExchange>().Groups.Add(other);

        var result = RunOn(windows).ToEnd();

        Assert.That(
            result.Failure, Does.Contain("EXB1 is a member of DAG2, and a server is in one group only."));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Server_that_a_recovery_has_stopped_is_not_started_by_the_way()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Group("DAG1").Stopped.Add("EXB1");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain(
            "Start-DatabaseAvailabilityGroup -Identity DAG1 -MailboxServer EXB1"));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Member_that_the_cluster_does_not_know_is_added_anew()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Group("DAG1").Members.Add(new("EXB1", windows.Now));

        var result = RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True, result.Text);
    }

    [Test]
    public void Node_that_the_directory_does_not_know_becomes_a_member()
    {
        var windows = NewMachine();
        windows.Area<SimulatedCluster>().Nodes.Add(new("EXB1", windows.Now));
        var service = windows.Services.Get("ClusSvc");
        (service.StartType, service.Status) = ("Automatic", "Running");

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Stopped_cluster_service_of_a_member_is_started()
    {
        var windows = ClusterMachines.Member("EXB1", "EXA1");
        windows.Services.Get("ClusSvc").Status = "Stopped";

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes.Select(change => change.Name), Is.EqualTo(["Start-Service"]));
    }

    [Test]
    public void Node_that_stays_down_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedCluster>().JoinTime = TimeSpan.FromDays(1);

        Assert.That(
            RunOn(windows).ToEnd().Failure, Does.Contain("last answer: its cluster node is Joining."));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = ClusterMachines.Server("EXB1", "EXA1");
        ClusterMachines.AddGroup(windows);
        ClusterMachines.Join(windows, "EXA1");
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedExchange>().Group("DAG1").Has("EXB1")
        && windows.Area<SimulatedCluster>().Nodes
            .Any(node => node.Name == "EXB1" && node.State(windows.Now) == "Up");
}
