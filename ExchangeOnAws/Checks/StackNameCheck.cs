using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>
/// The stack has a name that Pulumi and AWS take. Names of resources are made to fit AWS; what a tag, a path
/// or a policy carries is the stack's name as it is.
/// </summary>
internal sealed class StackNameCheck : ICheck
{
    // pulumi, sdk/go/common/tokens/stack_name.go (August 2026).
    private const int Longest = 100;
    private const string Subject = "stack";

    private const string Remedy =
        "Rename its file Pulumi.<name>.yaml, and the stack with pulumi stack rename.";

    public IReadOnlyList<string> Subjects { get; } = [Subject];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var name = plan.StackName;
        var refused = name.Where(letter => !IsAllowed(letter)).Distinct().ToArray();
        if (name.Length == 0)
        {
            yield return Finding.Error(Subject, "The stack has no name. Name its file Pulumi.<name>.yaml.");
        }
        else if (name.Length > Longest)
        {
            yield return Finding.Error(Subject,
                $"The stack's name has {name.Length} characters; Pulumi takes {Longest}. {Remedy}");
        }
        else if (refused.Length > 0)
        {
            yield return Finding.Error(Subject, $"The stack's name {name} has {Listed(refused)} in it; "
                + $"Pulumi takes letters from a to z, digits, hyphens, underscores and periods. {Remedy}");
        }
    }

    private static bool IsAllowed(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.';

    private static string Listed(char[] letters) => string.Join(", ", letters
        .Select(letter => char.IsWhiteSpace(letter) ? "a space" : $"{letter}").Distinct());
}
