using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetWitnessFirewallTests : ScriptSuite
{
    private const string Files = "@FirewallAPI.dll,-28502";
    private const string Management = "@FirewallAPI.dll,-34251";

    protected override string Script => "Mailbox/Set-WitnessFirewall";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>();

    [Test]
    public void Rules_of_other_profiles_and_directions_stay_as_they_are()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();

        Assert.That(
            Rules(windows).Where(rule => rule.Enabled == RuleState.True).Select(rule => rule.Name),
            Is.EquivalentTo(new[] { "FPS-SMB-In-TCP-NoScope", "WMI-RPCSS-In-TCP", "WMI-WINMGMT-In-TCP" }));
    }

    [Test]
    public void Group_without_rules_is_named()
    {
        var windows = NewMachine();
        Rules(windows).RemoveAll(rule => rule.Group == Management);

        Assert.That(RunOn(windows).Once().Failure, Does.Contain(
            $"the firewall has no inbound rule of group {Management} for the domain profile."));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        Rules(windows).AddRange(
        [
            new("FPS-SMB-In-TCP-NoScope", Files, "Domain"),
            new("FPS-SMB-In-TCP", Files, "Private, Public"),
            new("FPS-SMB-Out-TCP-NoScope", Files, "Domain", "Outbound"),
            new("WMI-RPCSS-In-TCP", Management, "Any"),
            new("WMI-WINMGMT-In-TCP", Management, "Domain, Private"),
            new("WMI-Closed", Management, "Domain") { Action = "Block" },
            new("RemoteDesktop-UserMode-In-TCP", "@FirewallAPI.dll,-28752", "Any"),
        ]);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) => Rules(windows)
        .Where(rule => rule.Name is "FPS-SMB-In-TCP-NoScope" or "WMI-RPCSS-In-TCP" or "WMI-WINMGMT-In-TCP")
        .All(rule => rule.Enabled == RuleState.True);

    private static List<SimulatedRule> Rules(SimulatedWindows windows) =>
        windows.Area<SimulatedFirewall>().Rules;
}
