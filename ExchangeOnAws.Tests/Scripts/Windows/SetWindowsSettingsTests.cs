using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetWindowsSettingsTests : ScriptSuite
{
    private const string Services = @"HKLM:\SYSTEM\CurrentControlSet\Services";
    private const string Control = @"HKLM:\SYSTEM\CurrentControlSet\Control";
    private const string RemoteRegistry =
        @"HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\RemoteRegistry";

    private static readonly (string Key, string Name, int Value)[] s_wanted =
    [
        (@"HKLM:\SOFTWARE\Policies\Microsoft\Windows NT\RPC", "MinimumConnectionTimeout", 120),
        ($@"{Services}\Tcpip\Parameters", "KeepAliveTime", 1800000),
        ($@"{Control}\Lsa", "LsaCfgFlags", 0),
        ($@"{Control}\DeviceGuard", "EnableVirtualizationBasedSecurity", 0),
        (RemoteRegistry, "DisableIdleStop", 1),
    ];

    protected override string Script => "Windows/Set-WindowsSettings";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>();

    [Test]
    public void Everything_takes_one_restart()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();

        Assert.That(windows.Restarts, Is.EqualTo(1));
    }

    [TestCase("Removed")]
    [TestCase("Available")]
    [TestCase(null)]
    public void Windows_without_the_old_smb_is_as_good(string? state)
    {
        var windows = NewMachine();
        windows.Features.States.Remove("FS-SMB1");
        if (state is not null)
        {
            windows.Features.States["FS-SMB1"] = state;
        }

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(
            result.Changes.Select(command => command.Name), Has.No.Member("Uninstall-WindowsFeature"));
    }

    [Test]
    public void Old_smb_alone_takes_its_restart()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Features.States["FS-SMB1"] = "Installed";

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.EqualTo(3010), result.Text);
        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.EqualTo(0));
    }

    [Test]
    public void Plan_alone_takes_no_restart()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Area<SimulatedPower>().ActivePlan = SimulatedPower.Balanced;

        Assert.That(RunOn(windows).Once().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Remote_registry_still_runs_after_an_idle_hour()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();
        windows.Advance(TimeSpan.FromHours(1));

        Assert.That(RunOn(windows).Once().Changes, Is.Empty);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Features.States["FS-SMB1"] = "Installed";
        windows.Features.NeedingRestart.Add("FS-SMB1");
        windows.Services.All["RemoteRegistry"] = new("RemoteRegistry") { StartType = "Disabled" };
        windows.Registry.Create($@"{Services}\Tcpip\Parameters");
        windows.Registry.Create($@"{Control}\Lsa")["LsaCfgFlags"] = 2;
        windows.Registry.Create(RemoteRegistry)["DisableIdleStop"] = 0;
        SimulatedPower.AddPowercfg(windows);
        windows.After(TimeSpan.FromMinutes(10), () => StopIdle(windows));
        windows.AtRestart(() => windows.After(TimeSpan.FromMinutes(10), () => StopIdle(windows)));
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        s_wanted.All(row => windows.Registry[row.Key, row.Name] is int value && value == row.Value)
        && windows.Area<SimulatedPower>().ActivePlan == SimulatedPower.HighPerformance
        && windows.Services.Get("RemoteRegistry") is { StartType: "Automatic", Status: "Running" }
        && windows.Features.States.GetValueOrDefault("FS-SMB1") == "Available";

    // The service itself looks at the value.
    private static void StopIdle(SimulatedWindows windows)
    {
        if (windows.Registry[RemoteRegistry, "DisableIdleStop"] is not 1)
        {
            windows.Services.Get("RemoteRegistry").Status = "Stopped";
        }
    }
}
