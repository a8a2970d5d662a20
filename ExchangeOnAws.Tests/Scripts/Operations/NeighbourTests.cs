using ExchangeOnAws.Components;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Servers without Exchange: restarted only when others are there.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class NeighbourTests
{
    private const string Members = "EXA1.corp.example.com,EXB1.corp.example.com";

    [Test]
    public void Server_with_nothing_of_ours_has_nothing_to_do()
    {
        Assert.That(Enter(new SimulatedWindows()).ExitCode, Is.Zero);
        Assert.That(Run("Exit", new SimulatedWindows()).ExitCode, Is.Zero);
    }

    [TestCase(new[] { "DCA1", "DCB1" }, "", null)]
    [TestCase(new[] { "DCA1" }, "", null)]
    [TestCase(new[] { "DCA1", "DCB1", "DCC1" }, "DCB1", null)]
    [TestCase(new[] { "DCA1", "DCB1" }, "DCB1",
        "place of DCA1; last answer: none of the other domain controllers answers: DCB1.mail.example.com")]
    public void Domain_controller_needs_another_one(string[] names, string silent, string? refusal)
    {
        var windows = DomainMachines.Controller();
        windows.Area<SimulatedComputer>().Name = "DCA1";
        var forest = windows.Area<SimulatedForest>();
        foreach (var name in names)
        {
            forest.Controllers[$"{name}.mail.example.com"] = TimeSpan.Zero;
        }

        forest.SilentUntil[$"{silent}.mail.example.com"] = DateTime.MaxValue;

        AssertEnds(windows, refusal);
    }

    [TestCase("", null)]
    [TestCase("maintenance", "EXB1.corp.example.com is not in service: 503")]
    [TestCase("down", "EXB1.corp.example.com is not in service: curl.exe")]
    public void Witness_needs_all_members_in_service(string what, string? refusal)
    {
        var windows = Witness();
        var site = windows.Area<SimulatedSites>().Hosts["EXB1.corp.example.com"];
        site.IsDown = what == "down";
        site.Statuses["/owa/healthcheck.htm"] = what == "maintenance" ? 503 : 200;

        AssertEnds(windows, refusal);
    }

    [Test]
    public void Witness_that_is_not_told_of_its_members_is_refused()
    {
        Assert.That(Run("Enter", Witness()).Failure, Does.Contain(
            "it holds the witness share DAG1.corp.example.com and is not told whose"));
    }

    private static SimulatedWindows Witness()
    {
        var windows = new SimulatedWindows();
        windows.Area<SimulatedComputer>().Name = "WITNESS";
        windows.Area<SimulatedShares>().Paths["DAG1.corp.example.com"] =
            MailboxPaths.WitnessDirectory("DAG1");
        SimulatedSites.Install(windows);
        foreach (var name in Members.Split(','))
        {
            windows.Area<SimulatedSites>().Add(name, ClientAccessMachines.Given);
        }

        return windows;
    }

    private static void AssertEnds(SimulatedWindows windows, string? refusal)
    {
        var result = Enter(windows);

        Assert.That(result.ExitCode, Is.EqualTo(refusal is null ? 0 : 1), result.Text);
        Assert.That(result.Failure, refusal is null ? Is.Empty : Does.Contain(refusal));
        Assert.That(result.Changes, Is.Empty);
    }

    private static RunResult Enter(SimulatedWindows windows) => Run("Enter", windows, ("Members", Members));

    private static RunResult Run(
        string word, SimulatedWindows windows, params (string Name, string Value)[] parameters) =>
        ScriptRun.Of(ScriptLibrary.Shipped, $"Operations/{word}-Maintenance", windows,
            parameters.ToDictionary(pair => pair.Name, pair => pair.Value)).ToEnd();
}
