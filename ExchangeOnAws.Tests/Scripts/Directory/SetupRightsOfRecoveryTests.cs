using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>While a server is to be recovered, its setup needs an administrator of the domain.</summary>
[TestFixture]
public sealed class SetupRightsOfRecoveryTests : SetupRightsSuite
{
    protected override string Stage => "Recovery";

    protected override string[] Expected => ["Organization Management"];

    [Test]
    public void Members_stage_takes_them_back()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        var parameters = new Dictionary<string, string>(Parameters) { ["Stage"] = "Members" };

        var result = ScriptRun.Of(ScriptLibrary.Shipped, Script, windows, parameters).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Administrators(windows), Is.EqualTo(["Administrator"]));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = Prepared(serverRoles: 16439);
        windows.Area<SimulatedDirectory>().Get("group", "Domain Admins").Members.Add("Administrator");
        var group = windows.Area<SimulatedDirectory>().Get("group", "Enterprise Admins");
        group.Members.Remove("installer");
        windows.Area<SimulatedForest>()
            .SetMembers(windows.Now, $"{group.Properties["SID"]}", group.Members);
        windows.Advance(TimeSpan.FromMinutes(5));
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        base.IsReached(windows) && Administrators(windows).Contains("installer");

    private static string[] Administrators(SimulatedWindows windows) =>
        windows.Area<SimulatedForest>().MembersSeenBy(
            "DCB1.corp.example.com", windows.Now, $"{SimulatedDirectory.Sid}-512") ?? [];
}
