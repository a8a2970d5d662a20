using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetAvailabilityGroupTests : ScriptSuite
{
    protected override string Script => "Mailbox/Set-AvailabilityGroup";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        With("EXA1,EXB1", ClusterMachines.Witness);

    [Test]
    public void Mode_is_not_set_before_all_members_are_in()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Group("DAG1").Members.RemoveAt(1);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain("last answer: EXB1 is no member yet."));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Group_that_runs_without_a_planned_member_is_not_done()
    {
        var windows = ClusterMachines.Member("EXA1");

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain("last answer: EXB1 is no member yet."));
    }

    [Test]
    public void Group_that_is_not_there_is_awaited()
    {
        Assert.That(
            RunOn(ClusterMachines.Server("EXA1")).ToEnd().Failure,
            Does.Contain("last answer: there is no DAG1."));
    }

    [Test]
    public void Odd_number_of_members_needs_no_witness()
    {
        var windows = ClusterMachines.Member("EXA1", "EXB1", "EXC1");
        windows.Area<SimulatedExchange>().Group("DAG1").ActivationMode = "Off";

        var result = ScriptRun.Of(Library, Script, windows, With("EXA1,EXB1,EXC1", "")).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Area<SimulatedCluster>().Witness, Is.Null);
        Assert.That(windows.Area<SimulatedExchange>().Group("DAG1").ActivationMode, Is.EqualTo("DagOnly"));
    }

    [Test]
    public void Odd_number_of_members_with_a_witness_resource_is_evaluated_again()
    {
        var windows = ClusterMachines.Member("EXA1", "EXB1", "EXC1");
        windows.Area<SimulatedCluster>().Witness = @"\\WITNESS\DAG1";

        var result = ScriptRun.Of(Library, Script, windows, With("EXA1,EXB1,EXC1", "")).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Area<SimulatedCluster>().Witness, Is.Null);
    }

    [Test]
    public void Even_number_of_members_without_a_witness_is_refused()
    {
        var windows = NewMachine();

        var result = ScriptRun.Of(Library, Script, windows, With("EXA1,EXB1", "")).ToEnd();

        Assert.That(result.Failure, Does.Contain("DAG1 has 2 members (EXA1, EXB1) and the plan no witness"));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Witness_without_rights_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().WitnessHosts.Clear();
        windows.Area<SimulatedCluster>().WitnessState = "Failed";

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain(
            @"File Share Witness (\\WITNESS.corp.example.com\DAG1) is Failed. Check that Exchange Trusted"));
    }

    [Test]
    public void Failed_witness_is_made_again()
    {
        var windows = ClusterMachines.Member("EXA1", "EXB1");
        windows.Area<SimulatedCluster>().WitnessState = "Failed";

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Missing_witness_resource_and_another_witness_are_set_right()
    {
        var windows = ClusterMachines.Member("EXA1", "EXB1");
        windows.Area<SimulatedCluster>().Witness = null;
        var group = windows.Area<SimulatedExchange>().Group("DAG1");
        (group.WitnessServer, group.WitnessDirectory) = ("OTHER.corp.example.com", @"C:\Other");

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Node_that_is_down_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedCluster>().Nodes[1].IsDown = true;

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain("last answer: cluster node EXB1 is Down."));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = ClusterMachines.Member("EXA1", "EXB1");
        windows.Area<SimulatedExchange>().Group("DAG1").ActivationMode = "Off";
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows)
    {
        var (group, cluster) =
            (windows.Area<SimulatedExchange>().Group("DAG1"), windows.Area<SimulatedCluster>());
        return (group.ActivationMode, group.WitnessServer, group.WitnessDirectory) ==
                ("DagOnly", ClusterMachines.Witness, ClusterMachines.WitnessDirectory)
            && cluster.Witness == $@"\\{ClusterMachines.Witness}\DAG1" && cluster.WitnessState == "Online";
    }

    private static Dictionary<string, string> With(string members, string witness) => new()
    {
        ["DagName"] = ClusterMachines.Group,
        ["Members"] = members,
        ["WitnessServer"] = witness,
        ["WitnessDirectory"] = ClusterMachines.WitnessDirectory,
    };
}
