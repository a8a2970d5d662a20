using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetDnsSuffixTests : ScriptSuite
{
    protected override string Script => "Edge/Set-DnsSuffix";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["DnsSuffix"] = "example.com" };

    [Test]
    public void Suffix_that_waits_for_its_restart_is_not_set_again()
    {
        var windows = NewMachine();
        windows.Registry.Create(SimulatedSuffix.Key)["NV Domain"] = "example.com";

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.EqualTo(3010));
        Assert.That(
            result.Changes.Select(command => command.Name), Has.None.EqualTo("New-ItemProperty"));
    }

    [Test]
    public void Installed_role_keeps_its_suffix()
    {
        var windows = NewMachine();
        SimulatedSuffix.Set(windows, "example.net");
        EdgeMachines.InstallRole(windows);

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain("EDGEA1 got its Edge Transport role with the DNS suffix "
            + "\"example.net\"").And.Contain("Set the suffix back to \"example.net\""));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Change_of_an_installed_servers_suffix_is_undone_before_its_restart()
    {
        var windows = NewMachine();
        SimulatedSuffix.Set(windows, "example.com");
        windows.Registry.Create(SimulatedSuffix.Key)["NV Domain"] = "example.net";
        EdgeMachines.InstallRole(windows);

        Assert.That(RunOn(windows).Once().ExitCode, Is.Zero);
        windows.Restart();
        Assert.That(SimulatedSuffix.FullName(windows), Is.EqualTo("EDGEA1.example.com"));
    }

    [Test]
    public void Member_of_a_domain_is_refused()
    {
        var windows = NewMachine();
        windows.Area<SimulatedComputer>().Domain = "example.com";
        SimulatedSuffix.Set(windows, "example.com");

        Assert.That(RunOn(windows).Once().Failure, Does.Contain("EDGEA1 is a member of example.com"));
    }

    protected override SimulatedWindows NewMachine() => EdgeMachines.New();

    protected override bool IsReached(SimulatedWindows windows) =>
        SimulatedSuffix.FullName(windows) == "EDGEA1.example.com";
}
