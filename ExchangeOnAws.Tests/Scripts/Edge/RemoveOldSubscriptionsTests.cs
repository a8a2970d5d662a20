using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts.Edge;

public sealed class RemoveOldSubscriptionsTests : ScriptSuite
{
    private const string ToInternet = "EdgeSync - eu-west-1 to Internet";

    protected override string Script => "Edge/Remove-OldSubscriptions";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["EdgeServers"] = "EDGEA1.example.com",
        ["NamePrefix"] = "EDGE",
        ["DnsSuffix"] = "example.com",
        ["SiteName"] = SubscriptionMachines.Site,
    };

    [Test]
    public void With_the_last_server_its_connector_goes_and_those_of_others_stay()
    {
        var windows = NewMachine();
        var parameters = new Dictionary<string, string>(Parameters) { ["EdgeServers"] = "" };

        var result = ScriptRun.Of(Library, Script, windows, parameters).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Names(windows), Has.Count.EqualTo(4).And.No.Member("EDGEA1.example.com"));
        Assert.That(Sync(windows).Connectors.Keys, Is.EqualTo(["Partners"]));
    }

    [Test]
    public void Without_a_subscription_nothing_is_done()
    {
        var windows = NewMachine();
        Sync(windows).Subscriptions.Clear();

        Assert.That(RunOn(windows).ToEnd().Changes, Is.Empty);
    }

    protected override SimulatedWindows NewMachine()
    {
        var edge = new SimulatedEdge { Name = "EDGEA1" };
        var windows = SubscriptionMachines.Member(edge, new());
        Sync(windows).Subscriptions.AddRange(
        [
            new("EDGEA1", "example.com", SubscriptionMachines.Site),
            new("EDGEB1", "example.com", SubscriptionMachines.Site),
            // Those of others: by site, suffix and name.
            new("EDGEC1", "example.com", "Hamburg"), new("EDGEC2", "example.org", SubscriptionMachines.Site),
            new("EDGE1", "example.com", SubscriptionMachines.Site),
            new("MYEDGEA1", "example.com", SubscriptionMachines.Site),
        ]);
        Sync(windows).Connectors[ToInternet] = ["EDGEA1", "EDGEB1"];
        Sync(windows).Connectors["Partners"] = ["EDGEB1", "EDGE1"];
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        Names(windows) is { Count: 5 } names && names.Contains("EDGEA1.example.com")
        && Sync(windows).Connectors[ToInternet] is ["EDGEA1"]
        && Sync(windows).Connectors["Partners"] is ["EDGE1"];

    private static SimulatedEdgeSync Sync(SimulatedWindows windows) => windows.Area<SimulatedEdgeSync>();

    private static List<string> Names(SimulatedWindows windows) =>
        [.. Sync(windows).Subscriptions.Select(found => $"{found.Name}.{found.Domain}").Distinct()];
}
