using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class RebuildStepsTests
{
    private static readonly DeploymentPlan s_plan =
        Plans.WithMailbox(mailbox => mailbox with { Rebuild = ["exb1"] });

    [Test]
    public void Lost_member_leaves_the_group_before_its_new_server_joins_the_domain()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Step("exa1-remove-exb1").Script, Is.EqualTo("Recovery/Remove-LostMember"));
            Assert.That(Step("dca1-reset-exb1").After, Is.EqualTo(new[] { "exa1-remove-exb1" }));
            Assert.That(Step("exb1-dns-client").After,
                Is.SupersetOf(new[] { "exa1-remove-exb1", "dca1-reset-exb1" }));
            Assert.That(Step("exa1-dns-client").After, Has.No.Member("exa1-remove-exb1"));
        }
    }

    [Test]
    public void New_server_is_recovered_and_others_are_installed_as_ever()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Step("exb1-mailbox-role").Arguments["Recover"].Text, Is.EqualTo("true"));
            Assert.That(Step("exa1-mailbox-role").Arguments["Recover"].Text, Is.Empty);
            Assert.That(Step("dca1-member-rights").Arguments["Stage"].Text, Is.EqualTo("Recovery"));
            Assert.That(Step("dca1-first-member-rights").Arguments["Stage"].Text, Is.EqualTo("FirstMember"));
        }
    }

    [Test]
    public void First_member_is_rebuilt_by_another()
    {
        var plan = Plans.WithMailbox(mailbox => mailbox with { Rebuild = ["EXA1"] });
        var steps = plan.Steps.Schedule.Select(step => step.Step).ToDictionary(step => step.Id);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(steps, Does.ContainKey("exb1-remove-exa1"));
            Assert.That(
                steps["dca1-first-member-rights"].Arguments["Stage"].Text, Is.EqualTo("Recovery"));
        }
    }

    [Test]
    public void Without_the_setting_nothing_is_removed() => Assert.That(
        Plans.TwoZones.Steps.Schedule.Select(step => step.Step.Script)
            .Where(script => script.StartsWith("Recovery/", StringComparison.Ordinal)),
        Is.Empty);

    private static StepPlan Step(string id) =>
        s_plan.Steps.Schedule.Single(step => step.Step.Id == id).Step;
}
