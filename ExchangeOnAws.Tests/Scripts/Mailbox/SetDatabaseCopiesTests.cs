using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Copies of databases that have their first copy elsewhere.</summary>
public sealed class SetDatabaseCopiesTests : ScriptSuite
{
    protected override string Script => "Mailbox/Set-DatabaseCopies";

    protected override IReadOnlyDictionary<string, string> Parameters => With("DB01,DB03", 2);

    [Test]
    public void Without_databases_nothing_is_looked_at()
    {
        var result = ScriptRun.Of(Library, Script, new(), With("", 2)).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Database_of_another_server_is_awaited()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Database("DB03").VisibleAt = windows.Now + TimeSpan.FromMinutes(4);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Database_that_nobody_has_made_is_named()
    {
        var result = ScriptRun.Of(Library, Script, NewMachine(), With("DB01,DB07", 2)).ToEnd();

        Assert.That(result.Failure, Does.Contain(
            "Waited 600 s for the databases DB01, DB07; last answer: DB07 does not exist yet."));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Preference_that_differs_is_set()
    {
        var windows = NewMachine();
        ClusterMachines.AddDatabase(windows, "DB05", "EXA1", "EXC1", "EXB1");

        var result = ScriptRun.Of(Library, Script, windows, With("DB05", 2)).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Area<SimulatedExchange>().Database("DB05").Preference("EXB1"), Is.EqualTo(2));
        Assert.That(
            result.Changes.Select(change => change.Name), Is.EqualTo(["Set-MailboxDatabaseCopy"]));
    }

    [Test]
    public void Circular_logging_keeps_a_second_copy_away()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Database("DB01").HasCircularLogging = true;

        var result = RunOn(windows).ToEnd();

        Assert.That(
            result.Failure, Does.Contain("DB01 has circular logging on, so it cannot have a second copy."));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Circular_logging_of_a_replicated_database_is_nobodys_trouble()
    {
        var windows = NewMachine();
        ClusterMachines.AddDatabase(windows, "DB05", "EXA1", "EXC1").HasCircularLogging = true;

        Assert.That(ScriptRun.Of(Library, Script, windows, With("DB05", 3)).ToEnd().ExitCode, Is.Zero);
    }

    [TestCase("Failed", new[] { "Suspend-MailboxDatabaseCopy", "Update-MailboxDatabaseCopy" })]
    [TestCase("FailedAndSuspended", new[] { "Update-MailboxDatabaseCopy" })]
    public void New_copy_that_failed_is_seeded_again(string state, string[] changes)
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Area<SimulatedExchange>().Database("DB01").Copy("EXB1").State = state;
        windows.Files.Write(ClusterMachines.RestartMarker, "DB01");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(
            result.Changes.Select(change => change.Name),
            Is.EqualTo(changes.Concat(["Restart-Service", "Remove-Item"])));
        Assert.That(
            result.Changes.Single(change => change.Name == changes[^1]).Arguments,
            Does.Contain("SafeDeleteExistingFiles True")
                .And.Contain("BeginSeed True")
                .And.Not.Contain("-DeleteExistingFiles"));
    }

    /// <summary>After a recovery with loss, only this copy may have the logs that were lost.</summary>
    [TestCase("Failed", @"run: Suspend-MailboxDatabaseCopy -Identity DB01\EXB1; Update-MailboxDatabaseCopy")]
    [TestCase("FailedAndSuspended", @"run: Update-MailboxDatabaseCopy -Identity DB01\EXB1")]
    public void Copy_that_failed_later_is_left_and_named_with_the_command(string state, string command)
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Files.CreateFolder(@"C:\ProgramData\ExchangeOnAws\Steps");
        windows.Files.Write(ClusterMachines.RestartMarker, "DB03");
        windows.Area<SimulatedExchange>().Database("DB01").Copy("EXB1").State = state;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain(
            $@"DB01\EXB1 is {state}, and it may hold logs that no other copy has").And.Contain(command));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Seeding_of_a_failed_copy_that_was_interrupted_is_started_again()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        var copy = windows.Area<SimulatedExchange>().Database("DB01").Copy("EXB1");
        (copy.State, copy.SuspendComment) = ("FailedAndSuspended", "The copy failed and is seeded again.");

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(copy.State, Is.EqualTo("Healthy"));
    }

    /// <summary>The comment of a new copy is in the language of the server.</summary>
    [TestCase("Datenbank muss ein Seeding erhalten", true)]
    [TestCase("The copy failed and is seeded again.", false)]
    [TestCase("Replication is suspended because database needs to be seeded.", false)]
    public void Seeding_that_was_interrupted_is_started_again(string comment, bool isRemembered)
    {
        var windows = NewMachine();
        ClusterMachines.AddDatabase(windows, "DB05", "EXA1", "EXB1");
        var copy = windows.Area<SimulatedExchange>().Database("DB05").Copy("EXB1");
        (copy.State, copy.SuspendComment) = ("Suspended", comment);
        copy.HasFiles = comment.StartsWith("The copy failed", StringComparison.Ordinal);
        if (isRemembered)
        {
            windows.Files.CreateFolder(@"C:\ProgramData\ExchangeOnAws\Steps");
            windows.Files.Write(ClusterMachines.RestartMarker, "DB05");
        }

        var result = ScriptRun.Of(Library, Script, windows, With("DB05", 2)).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(copy.State, Is.EqualTo("Healthy"));
    }

    [Test]
    public void Copy_that_somebody_suspended_is_left_and_named()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        var copy = windows.Area<SimulatedExchange>().Database("DB01").Copy("EXB1");
        (copy.State, copy.SuspendComment) = ("Suspended", "disk under repair");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain(
            @"DB01\EXB1 was suspended by somebody: ""disk under repair""."));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Seeding_that_takes_too_long_goes_on_without_the_step()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        var copy = windows.Area<SimulatedExchange>().Database("DB03").Copy("EXB1");
        copy.SeededAt = windows.Now + TimeSpan.FromHours(3);

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            @"Waited 4200 s for the copies on EXB1; last answer: DB03\EXB1 is Seeding. "
                + "Seeding goes on by itself; run this step again."));
    }

    [Test]
    public void Store_of_a_server_with_mailboxes_is_not_restarted()
    {
        var windows = NewMachine();
        ClusterMachines.AddDatabase(windows, "DB02", "EXB1");
        windows.Area<SimulatedExchange>().Mailboxes.AddRange(
            [("DB02", "UserMailbox"), ("DB02", "RoomMailbox")]);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Text, Does.Contain(
            "EXB1 holds mailboxes: restart MSExchangeIS in a maintenance window."));
        Assert.That(result.Changes.Select(change => change.Name), Has.None.EqualTo("Restart-Service"));
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Store_is_restarted_when_only_setup_and_the_system_have_mailboxes()
    {
        var windows = NewMachine();
        ClusterMachines.AddDatabase(windows, "DB02", "EXB1");
        windows.Area<SimulatedExchange>().Mailboxes.AddRange(
            [("DB02", "UserMailbox"), ("DB02", "DiscoveryMailbox"), ("DB02", "DiscoveryMailbox")]);

        Assert.That(
            RunOn(windows).ToEnd().Changes.Select(change => change.ToString()),
            Has.One.StartsWith("Restart-Service -Name MSExchangeIS"));
    }

    [Test]
    public void Restart_of_the_store_that_was_missed_is_made_up_for()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Files.Write(ClusterMachines.RestartMarker, "DB01");

        var result = RunOn(windows).ToEnd();

        Assert.That(
            result.Changes.Select(change => change.Name), Is.EqualTo(["Restart-Service", "Remove-Item"]));
    }

    [Test]
    public void What_the_plan_does_not_name_is_left_and_logged()
    {
        var windows = NewMachine();
        ClusterMachines.AddDatabase(windows, "OLD", "EXA1", "EXB1");
        windows.Area<SimulatedExchange>().Database("DB01").EdbFilePath = @"F:\DB01.edb";

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Text, Does.Contain("Leaves the copy of OLD")
            .And.Contain(@"Leaves DB01 where it is: F:\DB01.edb, E:\Logs\DB01."));
        Assert.That(windows.Area<SimulatedExchange>().Database("OLD").Copies, Has.Count.EqualTo(2));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = ClusterMachines.Member("EXB1", "EXA1", "EXC1");
        ClusterMachines.AddDatabase(windows, "DB01", "EXA1");
        ClusterMachines.AddDatabase(windows, "DB03", "EXA1");
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) => new[] { "DB01", "DB03" }
        .Select(windows.Area<SimulatedExchange>().Database)
        .All(database => database.Copies is [_, { Server: "EXB1" } copy]
            && database.Status(copy, windows.Now) == "Healthy")
        && !windows.Files.Exists(ClusterMachines.RestartMarker);

    private static Dictionary<string, string> With(string databases, int preference) =>
        new() { ["Databases"] = databases, ["Preference"] = $"{preference}" };
}
