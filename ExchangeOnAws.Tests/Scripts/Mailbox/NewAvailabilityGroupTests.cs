using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class NewAvailabilityGroupTests : ScriptSuite
{
    protected override string Script => "Mailbox/New-AvailabilityGroup";

    protected override IReadOnlyDictionary<string, string> Parameters => With();

    [Test]
    public void Group_with_another_witness_is_set_right()
    {
        var windows = NewMachine();
        var group = ClusterMachines.AddGroup(windows);
        (group.WitnessServer, group.WitnessDirectory) = ("EXB1.corp.example.com", @"C:\Other");

        var result = RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True, result.Text);
        Assert.That(result.Text, Does.Contain(@"the witness was EXB1.corp.example.com C:\Other"));
    }

    [TestCase("NTFS", ClusterMachines.Witness, ClusterMachines.WitnessDirectory)]
    [TestCase("ReFS", "OTHER.corp.example.com", ClusterMachines.WitnessDirectory)]
    [TestCase("ReFS", "WITNESS.other.example.com", ClusterMachines.WitnessDirectory)]
    [TestCase("ReFS", ClusterMachines.Witness, @"C:\Other")]
    public void Each_difference_is_seen(string fileSystem, string witness, string directory)
    {
        var windows = NewMachine();
        var group = ClusterMachines.AddGroup(windows);
        (group.FileSystem, group.WitnessServer, group.WitnessDirectory) = (fileSystem, witness, directory);

        var parameters = new Dictionary<string, string>(Parameters) { ["DomainControllers"] = "" };
        Assert.That(ScriptRun.Of(Library, Script, windows, parameters).ToEnd().ExitCode, Is.Zero);
        windows.Advance(TimeSpan.FromMinutes(1));
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Group_without_members_loses_its_address()
    {
        var windows = NewMachine();
        ClusterMachines.AddGroup(windows).Address = "10.0.0.9";

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Group_with_members_gets_another_witness()
    {
        var windows = NewMachine();
        ClusterMachines.AddGroup(windows).WitnessServer = "OTHER.corp.example.com";
        ClusterMachines.Join(windows, "EXA1");

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
    }

    [Test]
    public void Group_that_another_domain_controller_lacks_is_awaited()
    {
        var windows = NewMachine();
        ClusterMachines.AddGroup(windows);
        windows.Area<SimulatedExchange>().ReplicationDelay = TimeSpan.FromMinutes(12);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Witness_is_compared_with_or_without_its_domain()
    {
        var windows = NewMachine();
        ClusterMachines.AddGroup(windows).WitnessServer = "witness";
        windows.Advance(TimeSpan.FromMinutes(5));

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Changes, Has.None.Property("Name").EndsWith("Group"));
    }

    [Test]
    public void Without_a_witness_no_future_member_is_one()
    {
        var windows = NewMachine();

        var result = ScriptRun.Of(Library, Script, windows, With(witness: "")).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(
            windows.Area<SimulatedExchange>().Group("DAG1").WitnessServer,
            Is.EqualTo("DCA1.corp.example.com"));
        windows.Area<SimulatedExchange>().OwnController = "DCB1.corp.example.com";
        Assert.That(
            ScriptRun.Of(Library, Script, windows, With(witness: "")).ToEnd().Changes, Is.Empty,
            "Any domain controller is as good.");
    }

    [Test]
    public void Group_that_took_a_member_as_witness_gets_another()
    {
        var windows = NewMachine();
        ClusterMachines.AddGroup(windows).WitnessServer = "EXB1.corp.example.com";

        Assert.That(ScriptRun.Of(Library, Script, windows, With(witness: "")).ToEnd().ExitCode, Is.Zero);
        Assert.That(
            windows.Area<SimulatedExchange>().Group("DAG1").WitnessServer, Does.StartWith("DCA1."));
    }

    [Test]
    public void Group_with_members_and_an_address_is_refused()
    {
        var windows = NewMachine();
        var group = ClusterMachines.AddGroup(windows);
        group.Address = "10.0.0.9";
        group.Members.Add(new("EXA1", windows.Now));

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does.Contain("DAG1 has the addresses 10.0.0.9 and the members EXA1."));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Domain_controller_that_does_not_learn_of_it_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().ReplicationDelay = TimeSpan.FromDays(1);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain(
            "Waited 1800 s for DAG1 on every domain controller; "
                + "last answer: DCB1.corp.example.com does not show it yet."));
    }

    protected override SimulatedWindows NewMachine() => ClusterMachines.Server("EXA1", "EXB1");

    protected override bool IsReached(SimulatedWindows windows)
    {
        var exchange = windows.Area<SimulatedExchange>();
        return exchange.Groups is [var group]
            && windows.Now >= group.ChangedAt + exchange.ReplicationDelay
            && (group.Name, group.WitnessServer, group.WitnessDirectory, group.FileSystem, group.Address) ==
            (
                "DAG1", ClusterMachines.Witness, ClusterMachines.WitnessDirectory, "ReFS", "255.255.255.255");
    }

    private static Dictionary<string, string> With(string witness = ClusterMachines.Witness) => new()
    {
        ["DagName"] = ClusterMachines.Group,
        ["WitnessServer"] = witness,
        ["WitnessDirectory"] = ClusterMachines.WitnessDirectory,
        ["FileSystem"] = "ReFS",
        ["DomainControllers"] = "DCA1.corp.example.com,DCB1.corp.example.com",
    };
}
