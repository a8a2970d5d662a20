using System.Text.RegularExpressions;
using ExchangeOnAws.Tests.Support;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>
/// What every workflow and action keeps to, each rule with its reason in the message. GitHub's own rules for
/// the syntax are checked by actionlint, which docs/ci/README.md says how to run.
/// </summary>
internal static partial class WorkflowRules
{
    // GitHub ends a job on its own runners after six hours ("Usage limits", 2026).
    private const int LongestJob = 360;

    public static IEnumerable<string> ProblemsOf(WorkflowFile file) =>
    [
        .. Pins(file),
        .. file.Root.Child("jobs") is null ? [] : Rights(file).Concat(Triggers(file)),
        .. file.Jobs.SelectMany(Scripts),
        .. file.Jobs.SelectMany(Checkouts),
        .. file.Jobs.SelectMany(ExpressionRules.ProblemsOf),
    ];

    private static IEnumerable<string> Pins(WorkflowFile file)
    {
        foreach (Match uses in UsesLine().Matches(file.Text))
        {
            var action = uses.Groups["action"].Value;
            if (action.StartsWith("./", StringComparison.Ordinal))
            {
                if (!File.Exists(Path.Combine(Repository.Root, action, "action.yaml")))
                {
                    yield return $"{file.Name} uses {action}, which does not exist.";
                }
            }
            else if (!Pinned().IsMatch(uses.Value.Trim()))
            {
                yield return $"{file.Name} uses {action} without a commit and its version behind it; "
                    + "a tag can be moved to other code.";
            }
        }
    }

    private static IEnumerable<string> Rights(WorkflowFile file)
    {
        if (file.Root.Map("permissions") is not { Children.Count: 0 })
        {
            yield return $"{file.Name} does not say permissions: {{}}; a job without its own would get more.";
        }

        foreach (var job in file.Jobs)
        {
            if (job.Node.Map("permissions") is null)
            {
                yield return $"{job.Place} does not list its permissions.";
            }

            if (job.TimeoutMinutes is not (> 0 and <= LongestJob))
            {
                yield return $"{job.Place} has no timeout-minutes up to {LongestJob}.";
            }
        }
    }

    private static IEnumerable<string> Triggers(WorkflowFile file)
    {
        if (file.Events.Contains("pull_request_target"))
        {
            yield return $"{file.Name} starts on pull_request_target, where a fork's code is one mistake "
                + "away from a token that may write.";
        }

        if (!file.Events.Contains("pull_request"))
        {
            yield break;
        }

        foreach (var job in file.Jobs.Where(HoldsCredentials))
        {
            if (job.Node.Child("if")?.Text().Contains(
                "github.event.pull_request.head.repo.full_name == github.repository",
                StringComparison.Ordinal) != true)
            {
                yield return $"{job.Place} has credentials and runs for forks.";
            }
        }
    }

    private static bool HoldsCredentials(WorkflowJob job) =>
        job.Node.Map("permissions")?.Child("id-token") is not null
        || job.Node.Map("permissions")?.Children.Values.Any(right => right.Text() == "write") == true
        || ExpressionRules.In(job.Node).Any(text => text.Contains("secrets.", StringComparison.Ordinal));

    // Whatever is interpolated becomes a part of the program; through env it stays a value.
    private static IEnumerable<string> Scripts(WorkflowJob job) => job.Steps
        .SelectMany(step => new[] { step.Child("run"), step.Map("with")?.Child("script") })
        .Where(script => script?.Text().Contains("${{", StringComparison.Ordinal) == true)
        .Select(script => $"{job.Place} interpolates into a script: {script!.Text()}");

    private static IEnumerable<string> Checkouts(WorkflowJob job)
    {
        foreach (var inputs in job.Steps
            .Where(step => step.Child("uses")?.Text()
                .StartsWith("actions/checkout@", StringComparison.Ordinal) == true)
            .Select(step => step.Map("with") ?? []))
        {
            if (inputs.Child("persist-credentials")?.Text() != "false")
            {
                yield return $"{job.Place} leaves its token in the checkout, where later steps find it.";
            }

            if (job.File.Events.Contains("workflow_run")
                && (inputs.Child("ref") ?? inputs.Child("repository")) is not null)
            {
                yield return $"{job.Place} may write and checks out something else than the default "
                    + "branch.";
            }
        }
    }

    [GeneratedRegex(@"^\s*(- )?uses: (?<action>\S+).*$", RegexOptions.Multiline)]
    private static partial Regex UsesLine();

    [GeneratedRegex(@"uses: [\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();
}
