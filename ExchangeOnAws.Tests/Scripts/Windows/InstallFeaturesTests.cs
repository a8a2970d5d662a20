using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class InstallFeaturesTests : ScriptSuite
{
    private static readonly string[] s_features = ["Failover-Clustering", "Web-Server", "RSAT-ADDS"];

    protected override string Script => "Windows/Install-Features";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["Features"] = string.Join(", ", s_features) };

    [Test]
    public void Feature_that_this_windows_does_not_have_is_named()
    {
        var windows = NewMachine();
        windows.Features.States.Remove("RSAT-ADDS");

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain("this Windows has no feature RSAT-ADDS"));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Feature_that_waits_for_a_restart_gets_it()
    {
        var windows = NewMachine();
        Array.ForEach(s_features, feature => windows.Features.States[feature] = "Installed");
        windows.Features.States["Web-Server"] = "InstallPending";

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Restarts, Is.EqualTo(1));
        Assert.That(IsReached(windows), Is.True);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        Array.ForEach(s_features, feature => windows.Features.States[feature] = "Available");
        windows.Features.NeedingRestart.UnionWith(["Failover-Clustering", "Web-Server"]);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        s_features.All(windows.Features.IsInstalled);
}
