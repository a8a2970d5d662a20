namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Enabled of a firewall rule, which is not a Boolean.</summary>
public enum RuleState
{
    True = 1,
    False = 2,
}

/// <summary>A rule of Windows Firewall.</summary>
public sealed record SimulatedRule(string Name, string Group, string Profile, string Direction = "Inbound")
{
    public string Action { get; init; } = "Allow";

    public RuleState Enabled { get; set; } = RuleState.False;
}

public sealed class SimulatedFirewall
{
    public List<SimulatedRule> Rules { get; } = [];
}

/// <summary>Windows Firewall.</summary>
public sealed class FirewallHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-NetFirewallRule", call =>
        {
            var found = Rules(call).Where(rule => call.Texts("Group").Contains(rule.Group)).ToArray();
            return found.Length > 0
                ? found.Select(rule => Record.Of(
                    ("Name", rule.Name), ("Group", rule.Group), ("Profile", rule.Profile),
                    ("Direction", rule.Direction), ("Action", rule.Action), ("Enabled", rule.Enabled)))
                : throw new CommandException("No MSFT_NetFirewallRule objects found with property "
                    + $"'RuleGroup' equal to '{call.Text("Group")}'.");
        }),
        Changes("Enable-NetFirewallRule", call =>
        {
            foreach (var rule in Rules(call).Where(rule => call.Texts("Name").Contains(rule.Name)))
            {
                rule.Enabled = RuleState.True;
            }
        }),
    ];

    private static List<SimulatedRule> Rules(Call call) => call.Windows.Area<SimulatedFirewall>().Rules;
}
