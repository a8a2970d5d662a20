using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class AddExchangeAdministratorsTests : ScriptSuite
{
    private const string Group = @"CORP\Exchange Trusted Subsystem";

    protected override string Script => "Mailbox/Add-ExchangeAdministrators";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["NetBiosName"] = "CORP" };

    [Test]
    public void Group_that_is_not_there_yet_is_awaited()
    {
        var windows = NewMachine();
        windows.Area<SimulatedPrincipals>().Known.Remove(Group);
        windows.After(
            TimeSpan.FromMinutes(20), () => windows.Area<SimulatedPrincipals>().Known.Add(Group));

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Group_that_never_comes_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedPrincipals>().Known.Remove(Group);

        Assert.That(RunOn(windows).Once().Failure, Does.Contain(
            $"Waited 1800 s for {Group} as a local administrator; "
                + $"last answer: Principal {Group} was not found. Setup.exe /PrepareAD makes it"));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Area<SimulatedPrincipals>().Known.Add(Group);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedComputer>().LocalGroups["Administrators"].Contains(Group);
}
