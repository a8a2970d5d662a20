using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>
/// Everything that an expression names exists: GitHub takes an unknown name for an empty text.
/// </summary>
internal static partial class ExpressionRules
{
    private static readonly string[] s_contexts =
        ["github", "vars", "secrets", "runner", "env", "needs", "steps", "matrix", "inputs"];

    public static IEnumerable<string> ProblemsOf(WorkflowJob job)
    {
        foreach (var text in In(job.Node).Distinct())
        {
            foreach (Match reference in Reference().Matches(QuotedText().Replace(text, "''")))
            {
                var path = reference.Value.Split('.');
                if (Problem(job, path) is { } problem)
                {
                    yield return $"{job.Place} names {reference.Value}: {problem}";
                }
            }
        }
    }

    /// <summary>The expressions in a part of a workflow; a condition is one without its braces.</summary>
    public static IEnumerable<string> In(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(child => child.Key.Text() == "if"
            ? [child.Value.Text()]
            : In(child.Value)),
        YamlSequenceNode list => list.Children.SelectMany(In),
        _ => Braces().Matches(node.Text()).Select(match => match.Groups[1].Value),
    };

    private static string? Problem(WorkflowJob job, string[] path) => path[0] switch
    {
        "needs" => NeedProblem(job, path),
        "steps" => StepProblem(job, path),
        "matrix" => job.MatrixKeys.Contains(path[1]) ? null : "not every combination of the matrix has it.",
        "inputs" => job.File.Root.Map("inputs")?.Child(path[1]) is null ? "there is no such input." : null,
        _ => s_contexts.Contains(path[0]) ? null : "there is no such context.",
    };

    private static string? NeedProblem(WorkflowJob job, string[] path)
    {
        var needs = job.Node.Child("needs") is YamlScalarNode one ? [one] : job.Node.List("needs");
        if (!needs.Select(need => need.Text()).Contains(path[1]))
        {
            return "the job does not wait for it.";
        }

        var needed = job.File.Jobs.FirstOrDefault(other => other.Id == path[1]);
        return path[2] == "result" || needed?.Node.Map("outputs")?.Child(path[3]) is not null
            ? null
            : "that job has no such output.";
    }

    private static string? StepProblem(WorkflowJob job, string[] path)
    {
        var step = job.Steps.FirstOrDefault(each => each.Child("id")?.Text() == path[1]);
        if (step is null)
        {
            return "there is no step of that id.";
        }

        return path is [_, _, "outputs", var output] && step.Child("run") is not null
            && !WorkflowJob.ScriptOf(step).Contains($"{output}=", StringComparison.Ordinal)
                ? "the step's script does not write it."
                : null;
    }

    [GeneratedRegex(@"\$\{\{(.*?)\}\}", RegexOptions.Singleline)]
    private static partial Regex Braces();

    [GeneratedRegex(@"'[^']*'")]
    private static partial Regex QuotedText();

    [GeneratedRegex(@"\b[a-zA-Z_]\w*(\.[\w-]+)+")]
    private static partial Regex Reference();
}
