using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class InstallMailboxRoleTests : ScriptSuite
{
    private const string Database = @"D:\Databases\DB01\DB01.edb";
    private const string Spare = "/MdbName:\"Setup-EXA1\" "
        + "/DbFilePath:\"D:\\Databases\\Setup-EXA1\\Setup-EXA1.edb\" "
        + "/LogFolderPath:\"E:\\Logs\\Setup-EXA1\" ";

    private const string Pending = @"HKLM:\SYSTEM\CurrentControlSet\Control\Session Manager";

    protected override string Script => "Mailbox/Install-MailboxRole";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["DomainName"] = ExchangeMachines.Domain,
        ["SetupSecretArn"] = ExchangeMachines.SetupArn,
        ["DatabaseName"] = "DB01",
        ["DatabasePath"] = Database,
        ["LogPath"] = @"E:\Logs\DB01",
        ["SetupSwitches"] =
            "/DoNotEnableEP_FEEWS /IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF",
    };

    [Test]
    public void Setup_gets_database_switches_and_license()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();

        Assert.That(Runs(windows), Is.EqualTo(new[]
        {
            "/Mode:Install /Roles:Mailbox /MdbName:\"DB01\" /DbFilePath:\"D:\\Databases\\DB01\\DB01.edb\" "
                + "/LogFolderPath:\"E:\\Logs\\DB01\" /DoNotEnableEP_FEEWS "
                + "/IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF",
        }));
        Assert.That(windows.Restarts, Is.EqualTo(1));
        Assert.That(windows.Files.IsFolder(@"E:\Logs\DB01"), Is.True);
    }

    [Test]
    public void Failure_names_code_errors_watermark_and_what_to_do_and_the_next_run_resumes()
    {
        var windows = NewMachine();
        windows.Area<SimulatedSetup>().FailsAt = "MailboxRole";

        var failed = RunOn(windows).Once();
        var resumed = RunOn(windows).ToEnd();

        Assert.That(failed.Failure, Does
            .Contain("Setup.exe /Mode:Install returned 1: The following error was")
            .And.Contain("Access is denied")
            .And.Contain("MailboxRole (action Install, watermark b5b5a1d0c2f84b5d)")
            .And.Contain("run this step again: setup resumes").And.Contain(SimulatedSetup.Log));
        Assert.That(resumed.ExitCode, Is.Zero, resumed.Text);
        Assert.That(resumed.Text, Does.Contain(
            "Resumes an installation that broke off: AdminTools (files 15.2.2562.17, configured ), "));
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Watermark_that_setup_refuses_is_reported_with_the_wizard()
    {
        var windows = NewMachine();
        SimulatedSetup.BreakOff(windows, "FrontendTransportRole");
        windows.Area<SimulatedSetup>().RefusesWatermark = true;

        Assert.That(RunOn(windows).Once().Failure, Does.Contain("A Setup failure previously occurred")
            .And.Contain("watermark b5b5a1d0c2f84b5d")
            .And.Contain(@"C:\ExchangeMedia\exchange.iso as a wizard"));
    }

    [TestCase("MailboxRole", "ConfiguredVersion")]
    [TestCase("HubTransportRole", "ConfiguredVersion")]
    [TestCase("FrontendTransportRole", "ConfiguredVersion")]
    [TestCase("CafeRole", "ConfiguredVersion")]
    [TestCase("ClientAccessRole", "ConfiguredVersion")]
    [TestCase("AdminTools", "ConfiguredVersion")]
    [TestCase("MailboxRole", "UnpackedVersion")]
    public void Setup_that_left_a_role_out_is_not_believed(string role, string value)
    {
        var windows = Installed();
        windows.Registry.Create(SimulatedSetup.Key + role).Remove(value);
        windows.Area<SimulatedSetup>().IsIdle = true;

        Assert.That(RunOn(windows).Once().Failure, Does.Contain(value == "UnpackedVersion"
            ? $"{role} is configured as"
            : $"Setup.exe returned 0, but these roles are not finished: {role}"));
    }

    [TestCase("Action")]
    [TestCase("Watermark")]
    public void Sign_of_a_setup_that_broke_off_counts(string sign)
    {
        var windows = Installed();
        windows.Registry.Create(SimulatedSetup.Key + "CafeRole")[sign] = "Install";

        Assert.That(
            RunOn(windows).Once().Text, Does.Contain("Resumes an installation that broke off: CafeRole"));
    }

    [Test]
    public void Older_release_has_one_role_more()
    {
        var windows = Installed();
        const string Key = SimulatedSetup.Key + "UnifiedMessagingRole";
        windows.Registry.Create(Key)["UnpackedVersion"] = "15.1.2507.6";

        Assert.That(RunOn(windows).Once().Text, Does.Contain("broke off: UnifiedMessagingRole"));
    }

    [Test]
    public void Installed_role_of_another_version_is_left_alone()
    {
        var windows = Installed();
        foreach (var role in windows.Area<SimulatedSetup>().Roles)
        {
            var values = windows.Registry.Create(SimulatedSetup.Key + role);
            values["UnpackedVersion"] = values["ConfiguredVersion"] = "15.2.3000.1";
        }

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Upgrade_that_broke_off_is_refused()
    {
        var windows = Installed();
        windows.Registry.Create(SimulatedSetup.Key + "MailboxRole")["UnpackedVersion"] = "15.2.3000.1";

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain("MailboxRole is configured as 15.2.2562.17 and its files "
            + "are 15.2.3000.1: an upgrade broke off").And.Contain("/Mode:Upgrade"));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Disabled_service_may_start_again()
    {
        var windows = Installed();
        var service = windows.Services.Get("MSExchangeTransport");
        (service.StartType, service.Status) = ("Disabled", "Stopped");

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(service.Status, Is.EqualTo("Running"));
        Assert.That(Runs(windows), Is.Empty);
    }

    [Test]
    public void Setup_that_runs_already_is_awaited_and_not_doubled()
    {
        var windows = NewMachine();
        var setup = windows.Area<SimulatedSetup>();
        setup.RunsUntil = windows.Now + TimeSpan.FromMinutes(50);
        windows.After(TimeSpan.FromMinutes(49), () => setup.Complete(windows));

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(setup.Runs, Is.Empty);
        Assert.That(windows.Restarts, Is.EqualTo(1));
    }

    /// <summary>The run that started it gave up before setup ended.</summary>
    [Test]
    public void Setup_that_ended_unseen_still_has_its_restart()
    {
        const string Work = @"C:\ProgramData\ExchangeOnAws\Work\Install-MailboxRole";
        var windows = NewMachine();
        windows.Files.CreateFolder(Work);
        windows.Files.Write($@"{Work}\boot.txt", $"{windows.BootedAt.Ticks}\n");
        windows.Advance(TimeSpan.FromHours(2));
        windows.Area<SimulatedSetup>().Complete(windows);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Restarts, Is.EqualTo(1));
        Assert.That(Runs(windows), Is.Empty);
    }

    [Test]
    public void Database_of_an_installation_that_broke_off_is_no_obstacle()
    {
        var windows = NewMachine();
        SimulatedSetup.BreakOff(windows, "FrontendTransportRole");
        windows.Files.CreateFolder(@"D:\Databases\DB01");
        windows.Files.Write(Database, "DB01");

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Setup_that_runs_for_ever_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedSetup>().RunsUntil = DateTime.MaxValue;

        Assert.That(RunOn(windows).Once().Failure, Does.Contain(
            "Waited 5400 s for the Exchange setup that runs already; "
                + "last answer: ExSetup runs as process 4711."));
    }

    [Test]
    public void Setup_takes_at_most_95_minutes()
    {
        var windows = ExchangeMachines.Member(TimeSpan.FromHours(3));
        var start = windows.Now;

        Assert.That(RunOn(windows).Once().Failure, Does.Contain(@"Waited 5700 s for G:\Setup.exe"));
        Assert.That(windows.Now - start, Is.LessThan(TimeSpan.FromMinutes(110)));
        Assert.That(windows.Area<SimulatedDiskImages>().Mounted, Is.Not.Empty);
    }

    [TestCase(1)]
    [TestCase(9)]
    public void Restart_that_windows_waits_for_comes_first_but_not_for_ever(int restarts)
    {
        var windows = NewMachine();
        windows.Registry.Create(Pending)["PendingFileRenameOperations"] = new[] { @"\??\C:\x", "" };
        windows.Registry.Create(@"HKLM:\SOFTWARE\Microsoft\Updates")["UpdateExeVolatile"] = 0;
        Clear(windows, restarts);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Restarts, Is.EqualTo(Math.Min(restarts, 3) + 1));
    }

    [Test]
    public void Volume_that_is_missing_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDisks>().All[1].DriveLetter = 'F';

        var result = RunOn(windows).Once();

        Assert.That(
            result.Failure, Does.Contain(@"E:\Logs\DB01 is on a volume that this server does not have."));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Database_of_a_former_installation_is_kept()
    {
        var windows = NewMachine();
        windows.Files.CreateFolder(@"D:\Databases\DB01");
        windows.Files.Write(Database, "mail");

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain(Database + " exists although no Exchange is installed")
            .And.Contain("/Mode:RecoverServer"));
        Assert.That(windows.Files.Read(Database), Is.EqualTo("mail"));
        Assert.That(result.Changes, Is.Empty);
    }

    /// <summary>Names of databases are unique in the organization.</summary>
    [Test]
    public void Database_of_another_server_takes_one_of_its_own()
    {
        var windows = NewMachine();
        windows.Area<SimulatedForest>().Databases["db01"] = "EXB1";

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Runs(windows), Has.Length.EqualTo(1).And.All.Contains(Spare));
        Assert.That(windows.Files.IsFolder(@"E:\Logs\Setup-EXA1"), Is.True);
        Assert.That(windows.Files.Exists(@"D:\Databases\DB01"), Is.False);
        Assert.That(result.Text, Does.Contain("Setup makes Setup-EXA1, since the organization has a database "
            + "DB01 already. It stays, empty; it may be removed when it holds no mailboxes."));
        Assert.That(RunOn(windows).Once().Changes, Is.Empty);
    }

    [TestCase(true, false)]
    [TestCase(true, true)]
    [TestCase(false, false)]
    public void Resumed_installation_keeps_its_database(bool isTaken, bool changes)
    {
        var windows = NewMachine();
        var databases = windows.Area<SimulatedForest>().Databases;
        databases["DB09"] = "EXB1";
        if (isTaken)
        {
            databases["DB01"] = "EXB1";
        }

        windows.Area<SimulatedSetup>().FailsAt = "CafeRole";
        RunOn(windows).Once();
        if (changes && isTaken)
        {
            databases.Remove("DB01");
        }

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Runs(windows), Has.Length.EqualTo(2));
        Assert.That(Runs(windows)[1], Is.EqualTo(Runs(windows)[0]));
        Assert.That(Runs(windows)[0].Contains(Spare, StringComparison.Ordinal), Is.EqualTo(isTaken));
        Assert.That(databases.Values.Count(server => server == "EXA1"), Is.EqualTo(1));
    }

    [Test]
    public void File_of_its_own_database_of_a_former_installation_is_kept()
    {
        var windows = NewMachine();
        windows.Area<SimulatedForest>().Databases["DB01"] = "EXB1";
        windows.Files.CreateFolder(@"D:\Databases\Setup-EXA1");
        windows.Files.Write(@"D:\Databases\Setup-EXA1\Setup-EXA1.edb", "mail");

        Assert.That(
            RunOn(windows).Once().Failure, Does.Contain(@"D:\Databases\Setup-EXA1\Setup-EXA1.edb exists"));
    }

    [Test]
    public void Directory_that_does_not_answer_is_no_organization_without_databases()
    {
        var windows = NewMachine();
        windows.Area<SimulatedForest>().SilentUntil["DCA1.corp.example.com"] = DateTime.MaxValue;

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain("Waited 120 s for the directory of corp.example.com"));
        Assert.That(Runs(windows), Is.Empty);
    }

    /// <summary>Its services were disabled by a setup that failed; the role itself is whole.</summary>
    [Test]
    public void Running_member_keeps_its_restart_until_maintenance()
    {
        var windows = Installed();
        var node = RunningMember.Of(windows);
        var service = windows.Services.Get("MSExchangeTransport");
        (service.StartType, service.Status) = ("Disabled", "Stopped");
        var restarts = windows.Restarts;

        var first = RunOn(windows).Once();
        var second = RunOn(windows).Once();
        node.IsPaused = true;

        Assert.That(first.Failure, Does.Contain(RunningMember.Refusal));
        Assert.That(second.Failure, Does.Contain(RunningMember.Refusal));
        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Restarts, Is.EqualTo(restarts + 1));
    }

    /// <summary>Documented: 60 minutes.</summary>
    protected override SimulatedWindows NewMachine()
    {
        var windows = ExchangeMachines.Member(
            TimeSpan.FromMinutes(60), "Enterprise Admins", "Organization Management");
        windows.Area<SimulatedForest>().Prepare(
            windows.Now, SimulatedSetup.Release with { Name = "Example Mail" });
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows)
    {
        var setup = windows.Area<SimulatedSetup>();
        return setup.IsInstalled(windows) && setup.InstalledAt < windows.BootedAt
            && windows.Services.Get("MSExchangeIS").Status == "Running";
    }

    private static string[] Runs(SimulatedWindows windows) => [.. windows.Area<SimulatedSetup>().Runs];

    private SimulatedWindows Installed()
    {
        var windows = NewMachine();
        windows.Area<SimulatedSetup>().Complete(windows);
        windows.Restart();
        return windows;
    }

    private static void Clear(SimulatedWindows windows, int restarts) => windows.AtRestart(() =>
    {
        if (restarts > 1)
        {
            Clear(windows, restarts - 1);
        }
        else
        {
            windows.Registry.Keys.Remove(Pending);
        }
    });
}
