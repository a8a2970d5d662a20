using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>What every stage of Set-SetupRights promises.</summary>
public abstract class SetupRightsSuite : ScriptSuite
{
    private static readonly string[] s_names =
        ["Schema Admins", "Enterprise Admins", "Organization Management"];

    protected abstract string Stage { get; }

    /// <summary>The groups that the account is in afterwards.</summary>
    protected abstract string[] Expected { get; }

    protected override string Script => "Directory/Set-SetupRights";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string>(ExchangeMachines.Versions)
        {
            ["DomainName"] = ExchangeMachines.Domain,
            ["SetupSecretArn"] = ExchangeMachines.SetupArn,
            ["Stage"] = Stage,
        };

    [Test]
    public void Other_members_stay()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();

        var groups = windows.Area<SimulatedDirectory>().Objects.Where(item => s_names.Contains(item.Name));
        Assert.That(groups.Select(group => group.Members.Contains("Administrator")), Is.All.True);
    }

    [Test]
    public void Domain_controller_that_does_not_follow_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedForest>().Controllers["DCB1.corp.example.com"] = TimeSpan.FromDays(1);
        windows.Advance(TimeSpan.FromDays(2));

        Assert.That(RunOn(windows).Once().Failure, Does
            .Contain("Waited 1200 s for the memberships on every domain controller; last answer: ")
            .And.Contain("DCB1.corp.example.com"));
    }

    [Test]
    public void Domain_controller_that_is_slow_to_answer_is_awaited()
    {
        var windows = NewMachine();
        windows.Area<SimulatedForest>().SilentUntil["DCB1.corp.example.com"] =
            windows.Now + TimeSpan.FromMinutes(3);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Domain_that_is_not_the_root_of_its_forest_is_refused()
    {
        var windows = NewMachine();
        windows.Area<SimulatedForest>().RootDomain = "example.com";

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain(
            "corp.example.com is not the root domain of its forest, example.com is"));
        Assert.That(result.Changes, Is.Empty);
    }

    protected override bool IsReached(SimulatedWindows windows)
    {
        var forest = windows.Area<SimulatedForest>();
        return windows.Area<SimulatedDirectory>().Objects
            .Where(item => s_names.Contains(item.Name))
            .All(item => forest.Controllers.Keys.All(host => Expected.Contains(item.Name)
                == forest.MembersSeenBy(host, windows.Now, $"{item.Properties["SID"]}")
                    ?.Contains("installer")));
    }

    protected static void Add(SimulatedWindows windows, params string[] groups)
    {
        foreach (var name in groups)
        {
            var group = windows.Area<SimulatedDirectory>().Get("group", name);
            group.Members.Add("installer");
            windows.Area<SimulatedForest>()
                .SetMembers(windows.Now, $"{group.Properties["SID"]}", group.Members);
        }
    }

    /// <summary>As PrepareAD leaves the directory, with the rights of that stage.</summary>
    protected static SimulatedWindows Prepared(int serverRoles = 0)
    {
        var windows = ExchangeMachines.Controller();
        ExchangeMachines.AddGroup(windows, "Organization Management", "Organization Management");
        windows.Area<SimulatedForest>().Prepare(
            windows.Now, SimulatedSetup.Release with { Name = "Example", ServerRoles = serverRoles });
        Add(windows, "Schema Admins", "Enterprise Admins");
        windows.Area<SimulatedForest>()
            .SetMembers(windows.Now, $"{SimulatedDirectory.Sid}-512", ["Administrator"]);
        windows.Advance(TimeSpan.FromMinutes(5));
        return windows;
    }
}
