using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class StartEdgeTransportTests : ScriptSuite
{
    protected override string Script => "Edge/Start-EdgeTransport";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>();

    [Test]
    public void Accepted_domains_are_awaited()
    {
        var windows = Unsynchronized();
        windows.After(
            TimeSpan.FromMinutes(14), () => windows.Area<SimulatedEdge>().AcceptedDomains.Add("example.com"));

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    /// <summary>Somebody started it by hand: the next restart would stop it.</summary>
    [Test]
    public void Service_that_runs_starts_by_itself_from_now_on()
    {
        var windows = NewMachine();
        var service = windows.Services.Get(SimulatedEdge.Transport);
        (service.Status, service.StartType) = ("Running", "Manual");

        RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True);
    }

    [TestCase("Stopped")]
    [TestCase("Running")]
    public void Server_without_accepted_domains_is_not_done(string status)
    {
        var windows = Unsynchronized();
        var service = windows.Services.Get(SimulatedEdge.Transport);
        (service.Status, service.StartType) = (status, status == "Running" ? "Automatic" : "Disabled");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does
            .Contain("Waited 900 s for the accepted domains of EDGEA1; last answer: it has none.")
            .And.Contain("Run the step of the first member that ends with -subscription-edgea1, then this"));
        Assert.That(service.Status, Is.EqualTo(status));
        Assert.That(result.Changes, Is.Empty);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = Unsynchronized();
        windows.Area<SimulatedEdge>().AcceptedDomains.Add("example.com");
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Services.Get(SimulatedEdge.Transport) is { Status: "Running", StartType: "Automatic" }
        && windows.Area<SimulatedEdge>().AcceptedDomains.Contains("example.com");

    /// <summary>As New-SubscriptionFile leaves it.</summary>
    private static SimulatedWindows Unsynchronized()
    {
        var windows = SubscriptionMachines.Edge();
        windows.Area<SimulatedEdge>().AcceptedDomains.Clear();
        windows.Services.All[SimulatedEdge.Transport] =
            new(SimulatedEdge.Transport) { StartType = "Disabled", Status = "Stopped" };
        return windows;
    }
}
