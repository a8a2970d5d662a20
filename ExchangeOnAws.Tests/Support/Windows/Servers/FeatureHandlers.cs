namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Windows features.</summary>
public sealed class FeatureHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-WindowsFeature", call => call.Texts("Name")
            .Where(call.Windows.Features.States.ContainsKey)
            .Select(name => Record.Of(("Name", name), ("InstallState", call.Windows.Features.States[name])))),
        Changes("Install-WindowsFeature", Install),
    ];

    private static object Install(Call call)
    {
        var features = call.Windows.Features;
        var restarts = false;
        foreach (var name in call.Texts("Name"))
        {
            if (!features.States.TryGetValue(name, out var state))
            {
                throw CommandException.Terminating(
                    $"ArgumentNotValid: The role, role service, or feature name is not valid: '{name}'.");
            }

            if (features.NeedingRestart.Contains(name) && state != "Installed")
            {
                restarts = true;
                features.States[name] = "InstallPending";
                call.Windows.AtRestart(() => features.States[name] = "Installed");
            }
            else
            {
                features.States[name] = "Installed";
            }
        }

        return Record.Of(("Success", true), ("RestartNeeded", restarts ? "Yes" : "No"),
            ("ExitCode", restarts ? "SuccessRestartRequired" : "Success"));
    }
}
