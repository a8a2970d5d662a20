using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Before the directory is prepared.</summary>
public sealed class SetSetupRightsTests : SetupRightsSuite
{
    protected override string Stage => "Preparation";

    protected override string[] Expected => ["Schema Admins", "Enterprise Admins"];

    [TestCase(17003, 16763, 13242)]
    [TestCase(17003, 16762, 13243)]
    [TestCase(15334, 16763, 13243)]
    public void Older_directory_is_prepared_with_both_groups(int schema, int organization, int domain)
    {
        var windows = ExchangeMachines.Controller();
        windows.Area<SimulatedForest>().Prepare(windows.Now, new(schema, organization, domain, "Example"));
        windows.Advance(TimeSpan.FromMinutes(5));

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes.Count(command => command.Name == "Add-ADGroupMember"), Is.EqualTo(2));
    }

    [Test]
    public void Group_that_has_the_account_is_left_alone()
    {
        var windows = NewMachine();
        Add(windows, "Schema Admins");

        var result = RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True);
        Assert.That(result.Changes.Single().Arguments, Does.Contain($"{SimulatedDirectory.Sid}-519"));
    }

    [Test]
    public void Directory_that_does_not_answer_yet_is_awaited()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDirectory>().ReadyAt = windows.Now + TimeSpan.FromMinutes(20);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    protected override SimulatedWindows NewMachine() => ExchangeMachines.Controller();
}
