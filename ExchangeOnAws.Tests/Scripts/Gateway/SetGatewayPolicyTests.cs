using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetGatewayPolicyTests : ScriptSuite
{
    private const string Group = "RD Gateway Users@CORP";

    protected override string Script => "Gateway/Set-GatewayPolicy";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["DomainNetBiosName"] = "CORP",
        ["UsersGroup"] = "RD Gateway Users",
    };

    [Test]
    public void Policy_that_admits_somebody_else_too_is_made_anew()
    {
        var windows = Finished();
        Gateway(windows).Policies["CAP"]["ExchangeOnAws"].Groups.Add("Domain Users@CORP");

        RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True);
    }

    [TestCase("CAP", "Status", 0)]
    [TestCase("CAP", "AuthMethod", 3)]
    [TestCase("RAP", "ComputerGroupType", 1)]
    [TestCase("RAP", "Status", 0)]
    public void Policy_with_another_setting_is_made_anew(string kind, string setting, int value)
    {
        var windows = Finished();
        Gateway(windows).Policies[kind]["ExchangeOnAws"].Settings[setting] = value;

        RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Group_in_the_form_of_wmi_is_the_same_group()
    {
        var windows = Finished();
        var policies = Gateway(windows).Policies["CAP"];
        policies["ExchangeOnAws"] = policies["ExchangeOnAws"] with
        {
            Groups = [@"CORP\RD Gateway Users"],
        };

        Assert.That(RunOn(windows).ToEnd().Changes, Is.Empty);
    }

    [Test]
    public void Unknown_group_leaves_the_policies_as_they_are()
    {
        var windows = NewMachine();
        Gateway(windows).KnownGroups.Clear();

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain(Group));
        Assert.That(Gateway(windows).Policies["CAP"].Keys, Is.EqualTo(["RDG_CAP_AllUsers"]));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = GatewayMachine.WithRole();
        Gateway(windows).KnownGroups.Add(Group);
        Gateway(windows).Policies["CAP"]["RDG_CAP_AllUsers"] =
            new(new() { ["Status"] = 1, ["AuthMethod"] = 3 }, ["Domain Users@CORP"]);
        Gateway(windows).Policies["RAP"]["RDG_AllDomainComputers"] =
            new(new() { ["Status"] = 1, ["ComputerGroupType"] = 1 }, ["Domain Users@CORP"]);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        Gateway(windows).IsCurrent
        && HasOnly(windows, "CAP", "AuthMethod", 1)
        && HasOnly(windows, "RAP", "ComputerGroupType", 2);

    private static bool HasOnly(SimulatedWindows windows, string kind, string setting, int value) =>
        Gateway(windows).Policies[kind].Values.ToArray() is [var only]
        && only.Groups.SetEquals([Group])
        && Equals(only.Settings["Status"], 1)
        && Equals(only.Settings[setting], value);

    private SimulatedWindows Finished()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        Assert.That(IsReached(windows), Is.True);
        return windows;
    }

    private static SimulatedGateway Gateway(SimulatedWindows windows) => windows.Area<SimulatedGateway>();
}
