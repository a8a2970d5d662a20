using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Databases whose first copy is on the server.</summary>
public sealed class FirstDatabaseCopyTests : ScriptSuite
{
    protected override string Script => "Mailbox/Set-DatabaseCopies";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["Databases"] = "DB01,DB03",
        ["Preference"] = "1",
    };

    [Test]
    public void Database_of_setup_stays_as_it_is()
    {
        var windows = NewMachine();

        var result = RunOn(windows).ToEnd();

        Assert.That(
            result.Changes.Where(change => change.Name != "Mount-Database")
                .Select(change => change.Arguments),
            Has.None.Contains("DB01"), "After the restart of the store it is mounted as ever.");
        Assert.That(result.Text, Does.Not.Contain("Leaves"));
    }

    [Test]
    public void Database_that_failed_over_is_right_where_it_is()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        var database = windows.Area<SimulatedExchange>().Database("DB03");
        database.Copies.Add(new("EXB1"));
        database.ActiveOn = "EXB1";

        Assert.That(RunOn(windows).ToEnd().Changes, Is.Empty);
    }

    [Test]
    public void Database_that_cannot_be_mounted_is_named()
    {
        var windows = NewMachine();
        var database = ClusterMachines.AddDatabase(windows, "DB03", "EXA1");
        (database.IsMounted, database.MountableAt) = (false, DateTime.MaxValue);

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            @"last answer: DB03\EXA1 is Dismounted: Couldn't mount the database"));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = ClusterMachines.Member("EXA1", "EXB1");
        ClusterMachines.AddDatabase(windows, "DB01", "EXA1");
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) => new[] { "DB01", "DB03" }
        .All(name => windows.Area<SimulatedExchange>().Databases.Any(database =>
            database.Name == name && database.ActiveOn == "EXA1" && database.IsMounted
            && database.EdbFilePath == $@"D:\Databases\{name}\{name}.edb"
            && database.LogFolderPath == $@"E:\Logs\{name}"))
        && !windows.Files.Exists(ClusterMachines.RestartMarker);
}
