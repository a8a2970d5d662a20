using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Before the first server of an organization is installed.</summary>
public sealed class SetupRightsOfFirstMemberTests : SetupRightsSuite
{
    protected override string Stage => "FirstMember";

    protected override string[] Expected => ["Enterprise Admins", "Organization Management"];

    /// <summary>Setup makes the server's object early; Client Access Front End comes last.</summary>
    [TestCase(0)]
    [TestCase(54)]
    public void First_server_that_broke_off_still_needs_the_rights_of_the_first(int roles)
    {
        var windows = Prepared(roles);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Organization_with_a_server_needs_no_enterprise_administrator()
    {
        var windows = Prepared(serverRoles: 16439);

        RunOn(windows).ToEnd();

        Assert.That(windows.Area<SimulatedDirectory>().Get("group", "Enterprise Admins").Members,
            Has.None.EqualTo("installer"));
    }

    [Test]
    public void Directory_that_is_not_prepared_is_named()
    {
        Assert.That(RunOn(ExchangeMachines.Controller()).Once().Failure, Does.Contain(
            "Waited 1200 s for the group Organization Management; last answer: there is none. Setup.exe"));
    }

    protected override SimulatedWindows NewMachine() => Prepared();
}
