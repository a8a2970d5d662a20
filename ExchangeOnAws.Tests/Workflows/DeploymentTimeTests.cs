using System.Globalization;
using System.Text.RegularExpressions;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>The times of deploy.yaml fit one into the other, and the plan into them.</summary>
public sealed class DeploymentTimeTests
{
    private static readonly string s_readme =
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "ci", "README.md"));

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
