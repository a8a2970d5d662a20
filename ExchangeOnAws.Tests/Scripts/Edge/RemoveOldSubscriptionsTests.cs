using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class RemoveOldSubscriptionsTests : ScriptSuite
{
    private const string ToInternet = "EdgeSync - eu-west-1 to Internet";

    protected override string Script => "Edge/Remove-OldSubscriptions";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["EdgeServers"] = "EDGEA1.example.com",
        ["SiteName"] = SubscriptionMachines.Site,
    };

    [Test]
    public void With_the_last_server_its_connector_goes_and_those_of_others_stay()
    {
        var windows = NewMachine();
        var parameters = new Dictionary<string, string>(Parameters) { ["EdgeServers"] = "" };

        var result = ScriptRun.Of(Library, Script, windows, parameters).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(
            Names(windows),
            Is.EqualTo(["EDGEC1.example.com", "EDGEC2.example.org", "EDGED1.example.com"]));
        Assert.That(Sync(windows).Connectors.Keys, Is.EqualTo(["Partners"]));
        Assert.That(windows.Files.Read(SubscriptionMachines.Record).Trim(), Is.Empty);
    }

    [Test]
    public void Nothing_is_removed_that_was_not_imported_here([Values] bool hasRecord)
    {
        var windows = NewMachine();
        windows.Files.Remove(SubscriptionMachines.Record);
        if (hasRecord)
        {
            // As power loss may leave it.
            windows.Files.Write(SubscriptionMachines.Record, "");
        }

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
            // Those of others: by site, suffix, and since they were not imported here.
            new("EDGEC1", "example.com", "Hamburg"), new("EDGEC2", "example.org", SubscriptionMachines.Site),
            new("EDGED1", "example.com", SubscriptionMachines.Site),
        ]);
        windows.Files.CreateFolder(SimulatedFiles.Parent(SubscriptionMachines.Record));
        windows.Files.Write(
            SubscriptionMachines.Record,
            "EDGEA1.example.com,EDGEB1.example.com,EDGEC1.example.com,EDGEC2.example.com\n");
        Sync(windows).Connectors[ToInternet] = ["EDGEA1", "EDGEB1"];
        Sync(windows).Connectors["Partners"] = ["EDGEB1", "EDGED1"];
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        Names(windows) is { Count: 4 } names && names.Contains("EDGEA1.example.com")
        && Sync(windows).Connectors[ToInternet] is ["EDGEA1"]
        && Sync(windows).Connectors["Partners"] is ["EDGED1"]
        && windows.Files.Read(SubscriptionMachines.Record).Trim() == "EDGEA1.example.com";

    private static SimulatedEdgeSync Sync(SimulatedWindows windows) => windows.Area<SimulatedEdgeSync>();

    private static List<string> Names(SimulatedWindows windows) =>
        [.. Sync(windows).Subscriptions.Select(found => $"{found.Name}.{found.Domain}").Distinct()];
}
