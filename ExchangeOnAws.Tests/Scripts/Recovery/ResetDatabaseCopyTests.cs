using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>DB01 is mounted on EXA1, and its copy on EXB1 has failed.</summary>
public sealed class ResetDatabaseCopyTests : ScriptSuite
{
    protected override string Script => "Recovery/Reset-DatabaseCopy";

    protected override IReadOnlyDictionary<string, string> Parameters => With("DB01 on EXB1");

    [TestCase("DB01 on exb1")]
    [TestCase("DB01 on EXA1")]
    public void Other_confirmation_changes_nothing(string confirmation)
    {
        var result = ScriptRun.Of(Library, Script, NewMachine(), With(confirmation)).ToEnd();

        Assert.That(result.Failure, Does.Contain("so nothing was changed")
            .And.Contain("confirm with: DB01 on EXB1"));
        Assert.That(result.Changes, Is.Empty);
    }

    [TestCase("Failed", new[] { "Suspend-MailboxDatabaseCopy", "Update-MailboxDatabaseCopy" })]
    [TestCase("FailedAndSuspended", new[] { "Update-MailboxDatabaseCopy" })]
    [TestCase("Suspended", new[] { "Update-MailboxDatabaseCopy" })]
    [TestCase("Healthy", new string[0])]
    public void Copy_is_suspended_and_seeded_in_the_background(string state, string[] changes)
    {
        var windows = NewMachine();
        Copy(windows).State = state;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes.Select(change => change.Name), Is.EqualTo(changes));
        Assert.That(result.Changes.Where(change => change.Name == "Update-MailboxDatabaseCopy")
            .Select(change => change.Arguments), Is.All.Contains("BeginSeed True")
                .And.All.Contains("DeleteExistingFiles True"));
    }

    [Test]
    public void Seeding_that_runs_is_awaited()
    {
        var windows = NewMachine();
        (Copy(windows).State, Copy(windows).SeededAt) = ("Healthy", windows.Now + TimeSpan.FromHours(1));

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    [TestCase("active", @"DB01\EXB1 is the active copy, Dismounted")]
    [TestCase("source", @"DB01\EXA1 is Dismounted, so there is nothing to seed DB01\EXB1 from")]
    [TestCase("lost", @"DB01\EXA1 is ServiceDown")]
    [TestCase("missing", "DB01 has no copy on EXB1.")]
    public void Last_good_copy_is_never_deleted(string state, string fault)
    {
        var windows = NewMachine();
        var (exchange, database) =
            (windows.Area<SimulatedExchange>(), windows.Area<SimulatedExchange>().Database("DB01"));
        Action act = state switch
        {
            "active" => () => (database.ActiveOn, database.IsMounted) = ("EXB1", false),
            "source" => () => database.IsMounted = false,
            "lost" => () => exchange.Lost.Add("EXA1"),
            _ => () => database.Copies.RemoveAt(1),
        };
        act();

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain(fault));
        Assert.That(result.Changes, Is.Empty);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = ClusterMachines.Member("EXB1", "EXA1");
        ClusterMachines.AddDatabase(windows, "DB01", "EXA1", "EXB1");
        Copy(windows).State = "Failed";
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedExchange>().Database("DB01").Status(Copy(windows), windows.Now) == "Healthy";

    private static SimulatedCopy Copy(SimulatedWindows windows) =>
        windows.Area<SimulatedExchange>().Database("DB01").Copy("EXB1");

    private static Dictionary<string, string> With(string confirmation) => new()
    {
        ["Database"] = "DB01",
        ["Confirmation"] = confirmation,
    };
}
