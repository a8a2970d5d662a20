using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Before the other servers are installed, and after.</summary>
public sealed class SetupRightsOfMembersTests : SetupRightsSuite
{
    protected override string Stage => "Members";

    protected override string[] Expected => ["Organization Management"];

    [Test]
    public void Prepared_directory_needs_no_rights_again()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();

        var result = Preparation(windows);

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    protected override SimulatedWindows NewMachine() => Prepared(serverRoles: 16439);

    private RunResult Preparation(SimulatedWindows windows) => ScriptRun.Of(Library, Script, windows,
        new Dictionary<string, string>(Parameters) { ["Stage"] = "Preparation" }).ToEnd();
}
