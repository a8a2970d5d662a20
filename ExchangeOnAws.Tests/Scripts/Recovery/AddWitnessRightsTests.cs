using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class AddWitnessRightsTests : ScriptSuite
{
    private const string Exchange = "Exchange Trusted Subsystem";
    private const string Confirmation = "DCB1 is the witness of DAG1";

    protected override string Script => "Recovery/Add-WitnessRights";

    protected override IReadOnlyDictionary<string, string> Parameters => With("present", Confirmation);

    [TestCase("present")]
    [TestCase("absent")]
    public void Other_confirmation_changes_nothing(string state)
    {
        var parameters = With(state, Confirmation.ToLowerInvariant());

        var result = ScriptRun.Of(Library, Script, NewMachine(), parameters).ToEnd();

        Assert.That(result.Failure, Does.Contain("so nothing was changed")
            .And.Contain($"confirm with: {Confirmation}"));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Rights_are_taken_back()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();

        var result = ScriptRun.Of(Library, Script, windows, With("absent", Confirmation)).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Administrators(windows).Members, Is.EqualTo(["Domain Admins"]));
        Assert.That(
            ScriptRun.Of(Library, Script, windows, With("absent", Confirmation)).ToEnd().Changes, Is.Empty);
    }

    [Test]
    public void Firewall_rule_that_was_closed_is_opened_again()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Area<SimulatedFirewall>().Rules[0].Enabled = RuleState.False;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Changes.Select(change => change.Name), Is.EqualTo(["Enable-NetFirewallRule"]));
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Server_that_is_no_domain_controller_is_refused()
    {
        var windows = NewMachine();
        windows.Area<SimulatedComputer>().DomainRole = 3;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain("is no domain controller."));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Domain_without_Exchange_is_refused()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDirectory>().Objects.RemoveAll(item => item.Name == Exchange);

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain("the domain has no group"));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = DomainMachines.Controller();
        var directory = windows.Area<SimulatedDirectory>();
        var administrators = directory.Add("group", "Administratoren", $"CN=Builtin,{directory.Root}");
        administrators.Properties["SID"] = "S-1-5-32-544";
        administrators.Members.Add("Domain Admins");
        directory.Add("group", Exchange, $"OU=Microsoft Exchange Security Groups,{directory.Root}");
        windows.Area<SimulatedFirewall>().Rules.AddRange(
        [
            new("FPS-SMB-In-TCP", "@FirewallAPI.dll,-28502", "Domain"),
            new("FPS-SMB-In-TCP-NoScope", "@FirewallAPI.dll,-28502", "Private, Public"),
            new("FPS-SMB-Out-TCP", "@FirewallAPI.dll,-28502", "Any", "Outbound"),
            new("WMI-RPCSS-In-TCP", "@FirewallAPI.dll,-34251", "Any"),
        ]);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        Administrators(windows).Members.SetEquals(["Domain Admins", Exchange])
        && windows.Area<SimulatedFirewall>().Rules.Select(rule => rule.Enabled == RuleState.True)
            .SequenceEqual([true, false, false, true]);

    private static DirectoryObject Administrators(SimulatedWindows windows) =>
        windows.Area<SimulatedDirectory>().Get("group", "S-1-5-32-544");

    private static Dictionary<string, string> With(string state, string confirmation) => new()
    {
        ["State"] = state,
        ["Confirmation"] = confirmation,
        ["ExpectedConfirmation"] = Confirmation,
    };
}
