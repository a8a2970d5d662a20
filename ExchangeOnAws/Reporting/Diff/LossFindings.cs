using ExchangeOnAws.Findings;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>What a change destroys that cannot be made again, unless the stack file allows it.</summary>
internal static class LossFindings
{
    private const string Setting = "protection.allowReplacement";

    public static IEnumerable<Finding> Of(
        IReadOnlyList<ResourceChange> changes, IReadOnlyList<string> allowed)
    {
        var gone = changes
            .Where(change => change.Kind is ChangeKind.Replaced or ChangeKind.Removed)
            .ToArray();
        foreach (var change in gone)
        {
            if (ResourceTypes.Of(change.Resource.Type)?.Loss is { } loss)
            {
                var name = change.Resource.Name;
                yield return allowed.Contains(name)
                    ? Finding.Info(name, $"{Describe(change)}, as {Setting} allows. Lost: {loss.What}.")
                    : new Finding(loss.Severity, name, Refuse(change, loss));
            }
        }

        foreach (var name in allowed.Where(name => gone.All(change => change.Resource.Name != name)))
        {
            yield return Finding.Info(Setting, $"{Setting} names {name}, which this change neither replaces "
                + "nor removes. Take it out when nothing is to be replaced.");
        }
    }

    private static string Refuse(ResourceChange change, Loss loss)
    {
        var options = change.Resource.Options;
        var rest = (options.Protect, options.RetainOnDelete) switch
        {
            (true, _) => " It is protected, so pulumi up stops there.",
            (_, true) => " AWS keeps the old one, outside the stack.",
            _ => "",
        };
        return change.Counterpart is { } name
            ? $"{Describe(change)}: {loss.What} would be lost. {name} is the same under another name: give "
                + $"it the alias {change.Resource.Name}, or keep the name.{rest}"
            : $"{Describe(change)}: {loss.What} would be lost. Undo the change, or name "
                + $"{change.Resource.Name} in {Setting} when that is meant.{rest}";
    }

    private static string Describe(ResourceChange change) =>
        $"{change.Resource.Name} ({change.Resource.ShortType}) is "
        + (change.Kind == ChangeKind.Removed
            ? "removed"
            : $"replaced, because of {string.Join(", ", change.Because)}");
}
