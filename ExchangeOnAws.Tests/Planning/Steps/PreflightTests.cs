using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class PreflightTests
{
    private static readonly DeploymentPlan s_plan = Plans.With(settings => settings with
    {
        Directory = settings.Directory with { Existing = Plans.ExistingDirectory },
        Edge = new() { Servers = 1 },
    });

    [Test]
    public void Nothing_of_the_domain_is_touched_before_it_is_proved_fit()
    {
        var early = s_plan.Steps.Schedule
            .Where(step => !DependsOn(step.Step, "exa1-preflight"))
            .Select(step => step.Step).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(early, Is.Not.Empty);
            Assert.That(
                early.Where(step => step.Id != "exa1-preflight")
                    .SelectMany(step => step.Arguments.Values)
                    .Where(argument => argument.Deployed is "secret-join" or "secret-setup"),
                Is.Empty);
        }
    }

    [Test]
    public void It_runs_before_the_long_steps_and_asks_for_the_names_that_the_owner_publishes()
    {
        var step = s_plan.Steps.Schedule.Single(step => step.Step.Id == "exa1-preflight");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(step.Start, Is.LessThan(30));
            Assert.That(step.Step.Arguments["Records"].Text, Is.EqualTo("EDGEA1.example.com=10.0.128.12"));
            Assert.That(step.Step.Arguments["Servers"].Text, Is.EqualTo("EXA1,EXB1,WITNESS"));
            Assert.That(step.Step.Arguments["DomainControllers"].Text, Is.EqualTo("10.1.0.10,10.1.1.10"));
        }
    }

    [Test]
    public void Servers_ask_the_domain_only_if_it_resolves_names_of_aws() => Assert.That(
        s_plan.Steps.Schedule.Select(step => step.Step)
            .Where(step => step.Script == "Windows/Set-DnsClient" && step.Target.Role != HostRole.Edge)
            .Select(step => step.Arguments["MustResolve"].Text),
        Is.Not.Empty.And.All.EqualTo("ssm.eu-west-1.amazonaws.com"));

    [Test]
    public void New_forest_needs_none() => Assert.That(
        Plans.TwoZones.Steps.Schedule.Select(step => step.Step.Script),
        Has.No.Member("Directory/Confirm-ExistingDirectory"));

    private static bool DependsOn(StepPlan step, string id) => step.After.Any(after =>
        after == id || DependsOn(s_plan.Steps.Schedule.Single(each => each.Step.Id == after).Step, id));
}
