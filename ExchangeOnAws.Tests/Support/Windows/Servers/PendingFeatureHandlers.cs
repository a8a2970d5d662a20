using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Windows features that go, and those that wait for an earlier installation's restart.</summary>
public sealed class PendingFeatureHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Changes("Uninstall-WindowsFeature", Remove),
        Changes("Install-WindowsFeature", Complete) with
        {
            When = call => call.Texts("Name").All(
                name => call.Windows.Features.States.GetValueOrDefault(name) == "InstallPending"),
        },
    ];

    private static PSObject Remove(Call call)
    {
        var features = call.Windows.Features;
        var restarts = false;
        foreach (var name in call.Texts("Name"))
        {
            restarts |= features.NeedingRestart.Contains(name);
            features.States[name] = restarts ? "UninstallPending" : "Available";
            call.Windows.AtRestart(() => features.States[name] = "Available");
        }

        return Answer("Success", restarts ? "Yes" : "No");
    }

    // Windows has nothing to do but to restart, and may not say so.
    private static PSObject Complete(Call call)
    {
        var features = call.Windows.Features;
        foreach (var name in call.Texts("Name"))
        {
            call.Windows.AtRestart(() => features.States[name] = "Installed");
        }

        return Answer("NoChangeNeeded", "No");
    }

    private static PSObject Answer(string exitCode, string restartNeeded) =>
        Record.Of(("Success", true), ("RestartNeeded", restartNeeded), ("ExitCode", exitCode));
}
