using System.Globalization;
using System.Text.RegularExpressions;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>The times of deploy.yaml fit one into the other, and the plan into them.</summary>
public sealed class DeploymentTimeTests
{
    private static readonly string s_readme =
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "ci", "README.md"));

    // A step that Pulumi waits for holds one of its slots. When no minute of the plan has more steps than
    // there are slots, none waits for a slot. Half of them stay for what is not a step.
    [Test]
    public void Slots_of_a_deployment_hold_the_critical_path()
    {
        var slots = int.Parse(
            Regex.Match(
                File.ReadAllText(Path.Combine(Repository.Root, ".github", "scripts", "deploy.sh")),
                @"^parallel=(\d+)$", RegexOptions.Multiline).Groups[1].Value,
            CultureInfo.InvariantCulture);
        DeploymentPlan[] plans =
        [
            Repository.PlanOf("dev"), Repository.PlanOf("prod"), Repository.PlanOf("existing"),
            Plans.ThreeZonesWith(settings =>
                settings with { Mailbox = settings.Mailbox with { NodesPerZone = 8 } }),
        ];

        Assert.That(plans[^1].Cluster.Members, Has.Count.EqualTo(16));
        Assert.That(plans.Select(plan => AtOnce(plan.Steps)), Is.All.AtMost(slots / 2));

        // What the default of two processors gives is not enough for sixteen members, so the test can fail.
        Assert.That(AtOnce(plans[^1].Steps), Is.GreaterThan(8));
    }

    [TestCase("README.md")]
    [TestCase("docs/operations.md")]
    public void Pages_deploy_as_the_workflow_does(string page)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, page));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Contain("pulumi up --stack prod --parallel 64\n"));
            Assert.That(text, Does.Contain("export PULUMI_DIY_BACKEND_GZIP=true"));
        }
    }

    private static int AtOnce(StepGraph steps) => steps.Schedule.Max(step =>
        steps.Schedule.Count(other => other.Start <= step.Start && step.Start < other.End));

    [TestCase("dev")]
    [TestCase("prod")]
    public void A_deployment_ends_before_its_job_and_its_credentials(string stack)
    {
        var job = WorkflowFile.Named("deploy").Jobs.Single(each => each.Id == stack);
        var call = Regex.Match(
            string.Concat(job.Steps.Select(step => step.Child("run")?.Text())),
            @"deploy\.sh (?<stack>\w+) (?<minutes>\d+)$");
        var minutes = int.Parse(call.Groups["minutes"].Value, CultureInfo.InvariantCulture);
        var session = int.Parse(
            job.PulumiInputs.Single().Child("role-duration-seconds")!.Text(), CultureInfo.InvariantCulture);
        var criticalPath = Repository.PlanOf(stack).Steps.CriticalPathMinutes;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.Groups["stack"].Value, Is.EqualTo(stack));
            Assert.That(job.Node.Child("environment")!.Text(), Is.EqualTo(stack));
            Assert.That(
                job.Node.Map("concurrency")!.Child("cancel-in-progress")!.Text(), Is.EqualTo("false"));
            Assert.That(minutes, Is.GreaterThan(criticalPath), "A deployment that goes well must fit.");
            // Ten minutes to end gently and ten to set up.
            Assert.That(job.TimeoutMinutes, Is.GreaterThanOrEqualTo(minutes + 20));
            Assert.That(session, Is.GreaterThanOrEqualTo(job.TimeoutMinutes!.Value * 60));
            Assert.That(s_readme, Does.Contain($"make_role deploy {session} "));
        }
    }
}
