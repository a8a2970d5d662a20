using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class InitializeDirectoryTests : ScriptSuite
{
    private const string License = "/IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF";

    protected override string Script => "Directory/Initialize-Directory";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string>(ExchangeMachines.Versions)
        {
            ["DomainName"] = ExchangeMachines.Domain,
            ["SetupSecretArn"] = ExchangeMachines.SetupArn,
            ["OrganizationName"] = "Example Mail",
            ["SetupSwitches"] = License,
        };

    [Test]
    public void Empty_directory_takes_schema_and_organization()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();

        Assert.That(Runs(windows), Is.EqualTo(new[]
        {
            $"/PrepareSchema {License}", $"/PrepareAD /OrganizationName:\"Example Mail\" {License}",
        }));
        Assert.That(windows.Area<SimulatedDiskImages>().Mounted, Is.Empty);
    }

    [TestCase(15334, 16763, 13243, "/PrepareSchema")]
    [TestCase(17003, 16762, 13243, "/PrepareAD")]
    [TestCase(17003, 16763, 13242, "/PrepareAllDomains")]
    public void Older_directory_takes_only_what_it_lacks(
        int schema, int organization, int domain, string expected)
    {
        var windows = NewMachine();
        Prepare(windows, new(schema, organization, domain, "Example Mail"));

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Runs(windows), Is.EqualTo(new[] { $"{expected} {License}" }));
    }

    [Test]
    public void Newer_directory_is_left_alone()
    {
        var windows = NewMachine();
        Prepare(windows, new(17004, 16800, 13244, "Example Mail"));

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    [TestCase(17003, 16763, 13243)]
    [TestCase(15334, 16223, 13243)]
    public void Organization_of_another_name_is_refused(int schema, int organization, int domain)
    {
        var windows = NewMachine();
        Prepare(windows, new(schema, organization, domain, "Contoso"));

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain(
            "the Exchange organization of corp.example.com is named Contoso; Example Mail is wanted, and an "
                + "organization cannot be renamed. Set mailbox.organizationName to Contoso."));
        Assert.That(result.Changes, Is.Empty);
    }

    [TestCase("Schema Admins", "/PrepareSchema", "not a member of the Schema Admins group")]
    [TestCase("Enterprise Admins", "/PrepareSchema", "not a member of the Schema Admins group")]
    public void Missing_right_is_named_with_what_setup_logged(string group, string command, string fault)
    {
        var windows = NewMachine();
        windows.Area<SimulatedSetup>().Rights.Remove(group);

        Assert.That(RunOn(windows).Once().Failure, Does
            .Contain($"Setup.exe {command} returned 1: The logged-on user is {fault}. The account needs")
            .And.Contain(SimulatedSetup.Log));
    }

    [Test]
    public void Error_of_an_earlier_setup_is_not_taken_for_one_of_this_setup()
    {
        var windows = NewMachine();
        windows.Area<SimulatedSetup>().Rights.Clear();
        RunOn(windows).Once();
        windows.Files.Write(
            SimulatedSetup.Log, windows.Files.Read(SimulatedSetup.Log) + "[x] [1] [ERROR] Something old.\n");

        var failure = RunOn(windows).Once().Failure;

        Assert.That(failure, Does.Contain("The logged-on user").And.Not.Contain("Something old"));
    }

    [Test]
    public void Setup_that_does_nothing_is_not_believed()
    {
        var windows = NewMachine();
        windows.Area<SimulatedSetup>().IsIdle = true;

        Assert.That(RunOn(windows).Once().Failure, Does.Contain(
            "Waited 300 s for Schema version 17003 on every domain controller of corp.example.com; "
                + "last answer: DCA1.corp.example.com has 0, DCB1.corp.example.com has 0."));
    }

    [Test]
    public void Setup_that_runs_already_is_awaited_and_not_doubled()
    {
        var windows = NewMachine();
        windows.Area<SimulatedSetup>().RunsUntil = windows.Now + TimeSpan.FromMinutes(10);
        windows.After(TimeSpan.FromMinutes(9), () => windows.Area<SimulatedForest>()
            .Prepare(windows.Now, SimulatedSetup.Release with { Name = "Example Mail" }));

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Runs(windows), Is.Empty);
    }

    [Test]
    public void Domain_controller_that_is_slow_to_answer_is_awaited()
    {
        var windows = NewMachine();
        windows.Area<SimulatedForest>().SilentUntil["DCB1.corp.example.com"] =
            windows.Now + TimeSpan.FromSeconds(90);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Domain_controller_that_never_answers_is_no_empty_directory()
    {
        var windows = NewMachine();
        windows.Area<SimulatedForest>().SilentUntil["DCB1.corp.example.com"] = DateTime.MaxValue;

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does
            .Contain("Waited 120 s for the domain controllers of corp.example.com; last answer: ")
            .And.Contain("DCB1.corp.example.com"));
        Assert.That(Runs(windows), Is.Empty, result.Text);
    }

    [Test]
    public void Restart_that_windows_waits_for_comes_first()
    {
        var windows = NewMachine();
        const string Key =
            @"HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending";
        windows.Registry.Create(Key);
        windows.AtRestart(() => windows.Registry.Keys.Remove(Key));

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Restarts, Is.EqualTo(1));
        Assert.That(Runs(windows), Has.Length.EqualTo(2));
    }

    /// <summary>All members would restart at once.</summary>
    [Test]
    public void Running_member_is_not_restarted_and_setup_decides()
    {
        var windows = NewMachine();
        RunningMember.Of(windows);
        windows.Registry.Create(@"HKLM:\SOFTWARE\Microsoft\Updates")["UpdateExeVolatile"] = 1;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Text, Does.Contain("Windows waits for a restart: UpdateExeVolatile. "
            + "A running member of the cluster is not restarted for it; setup decides."));
        Assert.That(windows.Restarts, Is.Zero);
        Assert.That(Runs(windows), Has.Length.EqualTo(2));
    }

    /// <summary>Setup ended well and replication was slow: preparing takes no restart.</summary>
    [Test]
    public void Run_that_broke_off_after_setup_leaves_no_restart_behind()
    {
        var windows = NewMachine();
        windows.Area<SimulatedForest>().Controllers["DCB1.corp.example.com"] = TimeSpan.FromMinutes(30);
        for (var run = 1; run <= 3; run++)
        {
            RunOn(windows).Once();
            windows.Advance(TimeSpan.FromMinutes(45));
        }

        Assert.That(IsReached(windows), Is.True);
        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Restarts, Is.Zero);
    }

    [Test]
    public void Switches_of_the_settings_are_passed()
    {
        var windows = NewMachine();
        var parameters = new Dictionary<string, string>(Parameters)
        {
            ["SetupSwitches"] = $"{License} /DomainController:DCA1",
        };

        ScriptRun.Of(Library, Script, windows, parameters).ToEnd();

        Assert.That(
            Runs(windows), Has.Length.EqualTo(2).And.All.EndsWith($"{License} /DomainController:DCA1"));
    }

    /// <summary>Documented: 10 to 15 minutes for all of it.</summary>
    protected override SimulatedWindows NewMachine() =>
        ExchangeMachines.Member(TimeSpan.FromMinutes(8), "Schema Admins", "Enterprise Admins");

    protected override bool IsReached(SimulatedWindows windows)
    {
        var forest = windows.Area<SimulatedForest>();
        return forest.Controllers.Keys.All(host =>
            forest.SeenBy(host, windows.Now) == SimulatedSetup.Release with { Name = "Example Mail" });
    }

    private static string[] Runs(SimulatedWindows windows) => [.. windows.Area<SimulatedSetup>().Runs];

    private static void Prepare(SimulatedWindows windows, ExchangePreparation what)
    {
        windows.Area<SimulatedForest>().Prepare(windows.Now, what);
        windows.Advance(TimeSpan.FromMinutes(5));
    }
}
