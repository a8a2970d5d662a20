using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using YamlDotNet.RepresentationModel;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>What the workflows name exists in this repository, and their times hold.</summary>
public sealed class WorkflowContentTests
{
    private static readonly string s_readme =
        File.ReadAllText(Path.Combine(Repository.Root, "docs", "ci", "README.md"));

    private static IEnumerable<WorkflowFile> Files => WorkflowFile.Workflows.Concat(WorkflowFile.Actions);

    private static IEnumerable<string> Scripts => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, ".github", "scripts"), "*.sh");

    [Test]
    public void Variables_and_secrets_are_those_that_the_readme_lists()
    {
        var used = Files
            .SelectMany(file => Regex.Matches(file.Text, @"\b(?:vars|secrets)\.(\w+)"))
            .Select(match => match.Groups[1].Value).Distinct().ToArray();
        var listed = Regex.Matches(s_readme, @"^\| `([A-Z_]+)` \|", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value);

        Assert.That(used, Is.Not.Empty);
        Assert.That(listed, Is.EquivalentTo(used));
    }

    [Test]
    public void Workflows_are_those_that_the_readme_lists() => Assert.That(
        Regex.Matches(s_readme, @"^\| `([\w-]+\.yaml)` \|", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value),
        Is.EquivalentTo(WorkflowFile.Workflows.Select(workflow => Path.GetFileName(workflow.Name))));

    [Test]
    public void Stacks_have_a_file()
    {
        var stacks = WorkflowFile.Workflows
            .SelectMany(file => file.Jobs)
            .SelectMany(StacksOf).Distinct().ToArray();

        Assert.That(stacks, Is.EquivalentTo(new[] { "dev", "prod" }));
        Assert.That(StackFile.StacksIn(Repository.Root), Is.SupersetOf(stacks));
    }

    [Test]
    public void Scripts_are_used_and_used_scripts_exist()
    {
        var used = Files.SelectMany(file => Regex.Matches(file.Text, @"\.github/scripts/([\w-]+\.sh)"))
            .Select(match => match.Groups[1].Value).Distinct();

        Assert.That(used, Is.EquivalentTo(Scripts.Select(Path.GetFileName)));
    }

    [Test]
    [Platform("Linux")]
    [SupportedOSPlatform("linux")]
    public void Scripts_can_be_run() => Assert.That(
        Scripts.Where(script => (File.GetUnixFileMode(script) & UnixFileMode.UserExecute) == 0),
        Is.Empty,
        "A workflow starts them by their path: git update-index --chmod=+x.");

    [Test]
    public void Commands_of_the_build_script_exist()
    {
        var build = File.ReadAllText(Path.Combine(Repository.Root, "build.sh"));
        var commands = WorkflowFile.Workflows.Select(file => file.Text)
            .Concat(Scripts.Select(File.ReadAllText))
            .SelectMany(text => Regex.Matches(text, @"(?:\./build\.sh|\.\\build\.ps1) (\w+)"))
            .Select(match => match.Groups[1].Value).Distinct().ToArray();

        Assert.That(commands, Is.EquivalentTo(new[] { "test", "plan", "rehearse" }));
        Assert.That(
            commands.Where(command => !build.Contains($"./build.sh {command}", StringComparison.Ordinal)),
            Is.Empty);
    }

    // Pulumi reads the line since 3.219.0 and takes the ranges of github.com/blang/semver; an older CLI
    // ignores it.
    [Test]
    public void The_pulumi_that_workflows_install_is_new_enough()
    {
        var required = Regex.Match(
            File.ReadAllText(Path.Combine(Repository.Root, "Pulumi.yaml")),
            @"^requiredPulumiVersion: '>=(\d+\.\d+\.\d+)'$", RegexOptions.Multiline);
        var installed = WorkflowFile.Workflows.Concat(WorkflowFile.Actions)
            .SelectMany(file => Regex.Matches(file.Text, @"pulumi-version: (\S+)"))
            .Select(match => Version.Parse(match.Groups[1].Value)).ToArray();

        Assert.That(required.Success);
        Assert.That(Version.Parse(required.Groups[1].Value), Is.AtLeast(new Version(3, 219, 0)));
        Assert.That(installed, Is.Not.Empty.And.All.AtLeast(Version.Parse(required.Groups[1].Value)));
    }

    [Test]
    public async Task Plans_can_be_compared_as_compare_plans_does()
    {
        var (_, output, _) = await CommandLineRun.Of("plan", "diff", "--help");

        Assert.That(output, Does.Contain("markdown"));
    }

    [Test]
    public void A_comment_is_made_for_the_workflow_that_plans()
    {
        var awaited = WorkflowFile.Named("plan-comment").Root.Map("on")!.Map("workflow_run")!
            .List("workflows").Select(name => name.Text());

        Assert.That(awaited, Is.EqualTo(new[] { WorkflowFile.Named("plan").Root.Child("name")!.Text() }));
    }

    [TestCase("plan", "plan-comment", "find-pull-request.sh", "name=plan-comment ")]
    [TestCase("plan", "plan-comment", "compare-plans.sh", "$out/comment.txt")]
    [TestCase("drift", "drift-${{ matrix.stack }}", "detect-drift.sh", "$out/$stack.result")]
    public void What_one_run_leaves_is_what_the_other_reads(
        string workflow, string artifact, string script, string text)
    {
        var left = WorkflowFile.Named(workflow).Jobs.SelectMany(job => job.Steps)
            .Where(step => step.Child("uses")?.Text()
                .StartsWith("actions/upload-artifact@", StringComparison.Ordinal) == true)
            .Select(step => step.Map("with")!.Child("name")!.Text());

        Assert.That(left, Does.Contain(artifact));
        Assert.That(
            File.ReadAllText(Path.Combine(Repository.Root, ".github", "scripts", script)),
            Does.Contain(text));
    }

    private static IEnumerable<string> StacksOf(WorkflowJob job)
    {
        var matrix = job.Node.Map("strategy")?.Map("matrix")?.List("include").Cast<YamlMappingNode>() ?? [];
        return matrix.Select(entry => entry.Child("stack")!.Text())
            .Concat(job.PulumiInputs.Select(input => input.Child("stack")!.Text()))
            .Where(stack => !stack.Contains("${{", StringComparison.Ordinal));
    }
}
