using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>EXB1 is lost and rebuilt, step by step, with new volumes or with its old ones.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class RebuiltMemberTests
{
    private const string NewInstance = "i-0b2222222222222222";

    private static readonly (string Name, string Value)[] s_group = [("DagName", "DAG1")];

    private static readonly (string Name, string Value)[] s_witness =
    [
        ("WitnessServer", ClusterMachines.Witness),
        ("WitnessDirectory", ClusterMachines.WitnessDirectory),
    ];

    [TestCase(false)]
    [TestCase(true)]
    public void Lost_member_becomes_a_healthy_one_by_the_usual_steps(bool hasOldVolumes)
    {
        var windows = Recovered(hasOldVolumes);

        var results = AddCopies(windows);
        Run(windows, "EXA1", "Mailbox/Set-ActiveDatabases",
            [.. s_group, ("Databases", "DB01=EXA1,DB02=EXB1")]);
        Confirm(windows);
        // The setting is still there, and so are its steps.
        var again = RunRecovery(windows).Concat(AddCopies(windows)).SelectMany(result => result.Changes);

        Assert.That(again, Is.Empty);
        Assert.That(
            results.SelectMany(result => result.Changes).Select(change => change.Name),
            Has.Exactly(hasOldVolumes ? 0 : 2).EqualTo("Update-MailboxDatabaseCopy")
                .And.Exactly(hasOldVolumes ? 2 : 0).EqualTo("Resume-MailboxDatabaseCopy"));
    }

    /// <summary>Its old volumes have logs that a recovery with loss did without.</summary>
    [Test]
    public void Files_that_no_other_copy_matches_stay_until_an_operator_gives_his_word()
    {
        var windows = Recovered(hasOldVolumes: true);
        windows.Area<SimulatedReturn>().Diverged.Add(@"DB01\EXB1");

        var refused = New(windows, "EXB1", "Mailbox/Set-DatabaseCopies", Copies("DB01", "2")).ToEnd();
        var database = windows.Area<SimulatedExchange>().Database("DB01");
        var state = database.Copy("EXB1").State;
        Run(windows, "EXB1", "Recovery/Reset-DatabaseCopy",
            [("Database", "DB01"), ("Confirmation", "DB01 on EXB1")]);
        AddCopies(windows);
        Run(windows, "EXA1", "Mailbox/Set-ActiveDatabases",
            [.. s_group, ("Databases", "DB01=EXA1,DB02=EXB1")]);
        Confirm(windows);

        Assert.That(state, Is.EqualTo("FailedAndSuspended"));
        Assert.That(refused.Failure, Does.Contain(
            @"DB01\EXB1 is FailedAndSuspended, and it may hold logs that no other copy has"));
    }

    private static SimulatedWindows Recovered(bool hasOldVolumes)
    {
        var windows = RemoveLostMemberTests.LostMember();
        AddDirectory(windows);
        AddMachine(windows);
        windows.Area<SimulatedExchangeHealth>().HealthyAt = windows.Now;

        RunRecovery(windows);
        windows.Area<SimulatedExchange>().Lost.Clear();
        var service = windows.Services.Get("ClusSvc");
        (service.StartType, service.Status) = ("Disabled", "Stopped");
        if (!hasOldVolumes)
        {
            windows.Area<SimulatedReturn>().LeftFiles.Clear();
        }

        foreach (var name in hasOldVolumes ? new[] { "DB01", "DB02" } : [])
        {
            windows.Files.CreateFolder($@"D:\Databases\{name}");
            windows.Files.Write($@"D:\Databases\{name}\{name}.edb", "mail");
        }

        Run(windows, "EXB1", "Mailbox/Install-MailboxRole", [.. RecoverServerTests.Settings]);
        Run(windows, "EXB1", "Mailbox/Add-AvailabilityGroupMember", [.. s_group, ("Previous", "EXA1")]);
        Run(windows, "EXA1", "Mailbox/Set-AvailabilityGroup",
            [.. s_group, .. s_witness, ("Members", "EXA1,EXB1")]);
        return windows;
    }

    private static RunResult[] RunRecovery(SimulatedWindows windows) =>
    [
        Run(windows, "EXA1", "Recovery/Remove-LostMember", Pairs(RemoveLostMemberTests.For(NewInstance))),
        Run(windows, "DCA1", "Recovery/Reset-ComputerAccount",
            Pairs(ResetComputerAccountTests.For(NewInstance))),
    ];

    private static RunResult[] AddCopies(SimulatedWindows windows) =>
    [
        Run(windows, "EXB1", "Mailbox/Set-DatabaseCopies", Copies("DB02", "1")),
        Run(windows, "EXB1", "Mailbox/Set-DatabaseCopies", Copies("DB01", "2")),
    ];

    private static (string Name, string Value)[] Copies(string databases, string preference) =>
        [("Databases", databases), ("Preference", preference)];

    private static void Confirm(SimulatedWindows windows) => Run(windows, "EXA1", "Mailbox/Confirm-Cluster",
        [
            .. s_group, s_witness[0], ("Members", "EXA1,EXB1"), ("ResultParameter", "/health"),
            ("Databases", "DB01=EXA1/EXB1,DB02=EXB1/EXA1"),
        ]);

    private static void AddDirectory(SimulatedWindows windows)
    {
        var directory = windows.Area<SimulatedDirectory>();
        directory.Create(ExchangeMachines.Domain, "CORP");
        directory.ReadyAt = windows.Now;
        ResetComputerAccountTests.AddAccount(windows);
    }

    /// <summary>What the new machine has when the role is to be installed.</summary>
    private static void AddMachine(SimulatedWindows windows)
    {
        windows.Secrets.AddAccount(
            ExchangeMachines.SetupArn, "installer", ExchangeMachines.SetupPassword);
        windows.Secrets.PasswordsByAccount[$"installer@{ExchangeMachines.Domain}"] =
            ExchangeMachines.SetupPassword;
        foreach (var letter in "DE")
        {
            var disk = windows.Area<SimulatedDisks>().Attach($"vol-0{letter}");
            (disk.HasPartition, disk.DriveLetter, disk.FileSystem) = (true, letter, "ReFS");
        }

        SimulatedSetup.AddTo(windows, TimeSpan.FromMinutes(40)).Rights
            .UnionWith(["Organization Management", "Domain Admins"]);
    }

    private static (string Name, string Value)[] Pairs(Dictionary<string, string> parameters) =>
        [.. parameters.Select(parameter => (parameter.Key, parameter.Value))];

    private static RunResult Run(
        SimulatedWindows windows, string server, string script, (string Name, string Value)[] parameters)
    {
        var result = New(windows, server, script, parameters).ToEnd();
        Assert.That(result.ExitCode, Is.Zero, $"{script} on {server}:\n{result.Text}");
        return result;
    }

    private static ScriptRun New(
        SimulatedWindows windows, string server, string script, (string Name, string Value)[] parameters)
    {
        windows.Area<SimulatedComputer>().Name = server;
        return ScriptRun.Of(ScriptLibrary.Shipped, script, windows, parameters.ToDictionary());
    }
}
