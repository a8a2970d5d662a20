using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>A new machine that takes the place of the lost EXA1, which the directory knows.</summary>
public sealed class RecoverServerTests : ScriptSuite
{
    private const string Database = @"D:\Databases\DB01\DB01.edb";

    internal static IEnumerable<(string Name, string Value)> Settings { get; } =
    [
        ("DomainName", ExchangeMachines.Domain),
        ("SetupSecretArn", ExchangeMachines.SetupArn),
        ("DatabaseName", "DB01"),
        ("DatabasePath", Database),
        ("LogPath", @"E:\Logs\DB01"),
        ("SetupSwitches", "/IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF"),
        ("Recover", "true"),
    ];

    protected override string Script => "Mailbox/Install-MailboxRole";

    protected override IReadOnlyDictionary<string, string> Parameters => Settings.ToDictionary();

    [Test]
    public void Setup_gets_the_mode_and_nothing_that_the_directory_knows()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();

        Assert.That(windows.Area<SimulatedSetup>().Runs, Is.EqualTo(new[]
        {
            "/Mode:RecoverServer /IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF",
        }));
        Assert.That(windows.Restarts, Is.EqualTo(1));
    }

    /// <summary>Of its old volumes: the database that it mounts again.</summary>
    [Test]
    public void Files_of_the_lost_server_stay()
    {
        var windows = NewMachine();
        windows.Files.CreateFolder(@"D:\Databases\DB01");
        windows.Files.Write(Database, "mail");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Files.Read(Database), Is.EqualTo("mail"));
    }

    [Test]
    public void Volume_that_is_missing_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDisks>().All[1].DriveLetter = 'F';

        Assert.That(RunOn(windows).Once().Failure, Does.Contain("a volume that this server does not have"));
    }

    [Test]
    public void Recovery_that_broke_off_is_resumed_in_its_own_mode()
    {
        var windows = NewMachine();
        windows.Area<SimulatedSetup>().FailsAt = "MailboxRole";

        var failed = RunOn(windows).Once();
        var resumed = RunOn(windows).ToEnd();

        Assert.That(failed.Failure, Does.Contain("Setup.exe /Mode:RecoverServer returned 1"));
        Assert.That(resumed.ExitCode, Is.Zero, resumed.Text);
        Assert.That(windows.Area<SimulatedSetup>().Runs, Has.Count.EqualTo(2)
            .And.All.StartsWith("/Mode:RecoverServer "));
    }

    [Test]
    public void Role_that_is_installed_is_done()
    {
        var windows = NewMachine();
        windows.Area<SimulatedSetup>().Complete(windows);

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = ExchangeMachines.Member(
            TimeSpan.FromMinutes(30), "Organization Management", "Domain Admins");
        windows.Area<SimulatedExchange>().Servers.UnionWith(["EXA1", "EXB1"]);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows)
    {
        var setup = windows.Area<SimulatedSetup>();
        return setup.IsInstalled(windows) && setup.InstalledAt < windows.BootedAt
            && windows.Services.Get("MSExchangeIS").Status == "Running";
    }
}
