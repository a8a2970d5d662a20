using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class InstallGatewayRoleTests : ScriptSuite
{
    protected override string Script => "Gateway/Install-GatewayRole";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>();

    [Test]
    public void Service_that_somebody_stopped_runs_again()
    {
        var windows = GatewayMachine.WithRole();
        windows.Services.Get("TSGateway").Status = "Stopped";

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Restarts, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    /// <summary>The service comes with the role, after the restart that the role asks for.</summary>
    protected override SimulatedWindows NewMachine()
    {
        var windows = GatewayMachine.Launched();
        windows.Features.States["RDS-Gateway"] = "Available";
        windows.Features.States["RSAT-RDS-Gateway"] = "Available";
        windows.Features.NeedingRestart.Add("RDS-Gateway");
        AddServiceWithRole(windows);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Features.IsInstalled("RDS-Gateway") && windows.Features.IsInstalled("RSAT-RDS-Gateway")
        && windows.Services.Get("TSGateway") is { Status: "Running", StartType: "Automatic" };

    private static void AddServiceWithRole(SimulatedWindows windows) => windows.AtRestart(() =>
    {
        if (windows.Features.States["RDS-Gateway"] == "Available")
        {
            AddServiceWithRole(windows);
        }
        else
        {
            windows.Services.All["TSGateway"] = new("TSGateway");
        }
    });
}
