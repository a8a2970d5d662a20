using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetDefenderExclusionsTests : ScriptSuite
{
    private const string Exchange = @"C:\Program Files\Microsoft\Exchange Server\V15";

    protected override string Script => "Exchange/Set-DefenderExclusions";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["Folders"] = @"D:\Databases,E:\Logs" };

    [Test]
    public void Server_without_defender_is_done([Values(null, "Disabled")] string? startType)
    {
        var windows = new SimulatedWindows();
        if (startType is not null)
        {
            windows.Services.All["WinDefend"] = new("WinDefend") { StartType = startType };
        }

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void What_hid_web_shells_is_scanned()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();

        var defender = windows.Area<SimulatedDefender>();
        Assert.That(defender.Paths.Concat(defender.Processes), Is.Not.Empty
            .And.None.Contains("ASP.NET").And.None.EndsWith("w3wp.exe").IgnoreCase
            .And.None.Contains("PowerShell").IgnoreCase);
        Assert.That(defender.Paths, Has.None.EndsWith("inetsrv").IgnoreCase);
    }

    [Test]
    public void Exclusions_that_are_there_are_kept_and_not_added_again()
    {
        var windows = NewMachine();
        var defender = windows.Area<SimulatedDefender>();
        defender.Paths.AddRange([@"C:\Own", @"d:\databases"]);
        defender.Extensions.Add(".edb");

        RunOn(windows).ToEnd();

        Assert.That(defender.Paths, Does.Contain(@"C:\Own"));
        Assert.That(defender.Paths, Has.No.Member(@"D:\Databases"));
        Assert.That(defender.Extensions, Has.No.Member("edb"));
    }

    [Test]
    public void Only_what_is_missing_is_added()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Area<SimulatedDefender>().Extensions.Remove("edb");

        var added = RunOn(windows).ToEnd().Changes.Where(command => command.Name == "Add-MpPreference");

        Assert.That(added.Select(command => command.Arguments), Is.EqualTo(["-ExclusionExtension edb"]));
    }

    [Test]
    public void Defender_that_starts_slowly_is_awaited()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDefender>().AnswersFrom = windows.Now + TimeSpan.FromMinutes(8);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
    }

    [Test]
    public void Tamper_protection_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDefender>().IgnoresChanges = true;

        Assert.That(RunOn(windows).Once().Failure, Does.Contain("Tamper protection or a policy prevents it"));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Services.All["WinDefend"] = new("WinDefend") { StartType = "Automatic", Status = "Running" };
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows)
    {
        var defender = windows.Area<SimulatedDefender>();
        return new[] { @"D:\Databases", @"E:\Logs", $@"{Exchange}\Mailbox", $@"{Exchange}\Logging",
                $@"{Exchange}\TransportRoles\Data\Queue", @"C:\Windows\Cluster" }.All(defender.Paths.Contains)
            && new[] { "Adam", "IpFilter" }.All(
                folder => defender.Paths.Contains($@"{Exchange}\TransportRoles\Data\{folder}"))
            && defender.Processes.Contains(@"C:\Windows\System32\Dsamain.exe")
            && new[] { $@"{Exchange}\Bin\EdgeTransport.exe", $@"{Exchange}\FIP-FS\Bin\fms.exe",
                $@"{Exchange}\Bin\Microsoft.Exchange.Store.Worker.exe",
                @"C:\Windows\System32\inetsrv\inetinfo.exe" }.All(defender.Processes.Contains)
            && new[] { "edb", "log", "chk", "que", "jrs" }.All(defender.Extensions.Contains)
            && (defender.Paths.Count, defender.Processes.Count, defender.Extensions.Count) == (19, 43, 10);
    }
}
