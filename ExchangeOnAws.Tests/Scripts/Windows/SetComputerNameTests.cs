using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetComputerNameTests : ScriptSuite
{
    private const string Key = @"HKLM:\SYSTEM\CurrentControlSet\Control\ComputerName\ComputerName";

    protected override string Script => "Windows/Set-ComputerName";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["ComputerName"] = "EXMBX1" };

    [Test]
    public void Rename_that_waits_for_its_restart_is_not_repeated()
    {
        var windows = NewMachine();
        windows.Registry.Create(Key)["ComputerName"] = "EXMBX1";

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.EqualTo(3010));
        Assert.That(result.Changes.Select(command => command.Name), Has.None.EqualTo("Rename-Computer"));
    }

    [Test]
    public void Member_of_a_domain_is_refused()
    {
        var windows = NewMachine();
        windows.Area<SimulatedComputer>().Domain = "mail.example.com";

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure,
            Does.Contain("is a member of mail.example.com").And.Contain("Name servers EXMBX1"));
    }

    [Test]
    public void Installed_edge_transport_server_keeps_its_name()
    {
        var windows = NewMachine();
        windows.Registry.Create(SimulatedSetup.Key + "EdgeTransportRole")["UnpackedVersion"] = "15.2.2562.17";

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain("EC2AMAZ-TEST has the Edge Transport role of Exchange")
            .And.Contain("make a new one for EXMBX1"));
        Assert.That(result.Changes, Is.Empty);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Registry.Create(Key)["ComputerName"] = windows.Area<SimulatedComputer>().Name;
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedComputer>().Name == "EXMBX1";
}
