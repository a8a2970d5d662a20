using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class PublishCopyHealthTests : ScriptSuite
{
    protected override string Script => "Operations/Publish-CopyHealth";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["StackName"] = "prod",
        ["HostName"] = "EXA1",
    };

    [TestCase("Healthy", 0)]
    [TestCase("Suspended", 1)]
    [TestCase("FailedAndSuspended", 1)]
    [TestCase("Failed", 1)]
    public void Copies_of_this_member_that_are_not_healthy_are_counted(string state, int count)
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Database("DB02").Copy("EXA1").State = state;
        windows.Area<SimulatedExchange>().Database("DB01").Copy("EXB1").State = "Failed";

        RunOn(windows).ToEnd();

        Assert.That(
            windows.Area<SimulatedMetrics>().All.Select(metric => (metric.Name, metric.Value)),
            Is.EqualTo(new[] { ("UnhealthyCopies", (double)count) }));
    }

    [TestCase(10, 1)]
    [TestCase(30, 2)]
    public void Number_is_published_every_half_hour(int minutes, int count)
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Advance(TimeSpan.FromMinutes(minutes));

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Area<SimulatedMetrics>().All, Has.Count.EqualTo(count));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = ClusterMachines.Member("EXA1", "EXB1");
        ClusterMachines.AddDatabase(windows, "DB01", "EXA1", "EXB1");
        ClusterMachines.AddDatabase(windows, "DB02", "EXB1", "EXA1");
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedMetrics>().All.Count > 0;
}
