namespace ExchangeOnAws.Reporting.Diff;

/// <summary>A line of a report for people.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Name">To what; several alike are one row.</param>
/// <param name="Details">Property by property.</param>
internal sealed record DiffRow(ChangeKind Kind, string Name, IReadOnlyList<string> Details);

/// <summary>A change as rows under titles, which text and Markdown write each in their own way.</summary>
/// <param name="code">How a value is set apart from the text around it.</param>
internal sealed class DiffRows(Func<string, string> code)
{
    // More that are made, or replaced or done again for the same reason, are one row; JSON has them all.
    private const int MostAlike = 3;

    private const string Follows = "refers to what is replaced or changed";

    // Sections whose new things are understood by what they consist of.
    private static readonly string[] s_described = ["hosts", "failures", "databases", "ports"];

    /// <summary>The sections in which something differs.</summary>
    public IEnumerable<(string Title, IReadOnlyList<DiffRow> Rows)> Of(PlanDiff diff)
    {
        foreach (var section in diff.Sections.Where(section => section.Items.Count > 0))
        {
            var isDescribed = s_described.Contains(section.Key);
            yield return (section.Title,
            [
                .. Alike(
                    section.Items,
                    item => (item.Kind, item.Host, ReasonOf(item)),
                    items => new DiffRow(
                        items[0].Kind, $"{items.Count} steps on {items[0].Host}",
                        [
                            string.Join(", ", items.Select(item => item.Name)),
                            .. ReasonsOf(items[0].Properties),
                        ]),
                    item => Row(item, isDescribed)),
            ]);
        }

        var resources = diff.Resources.Where(change => change.Kind != ChangeKind.RunsAgain).ToArray();
        if (resources.Length > 0)
        {
            yield return ("Resources",
            [
                .. Alike(
                    resources,
                    change => (change.Kind, change.Resource.Type, ReasonOf(change)),
                    changes => new DiffRow(
                        changes[0].Kind, $"{changes.Count} × {changes[0].Resource.ShortType}",
                        [.. ReasonsOf(changes[0].Properties)]),
                    Row),
            ]);
        }
    }

    // The kinds stay in their order; what has no reason in common (null) is a row each.
    private static IEnumerable<DiffRow> Alike<T>(
        IEnumerable<T> items, Func<T, (ChangeKind Kind, string? Of, string? Reason)> alike,
        Func<IReadOnlyList<T>, DiffRow> together, Func<T, DiffRow> single) =>
        items.GroupBy(alike)
            .SelectMany(group => group.Key is { Of: not null, Reason: not null } && group.Count() > MostAlike
                ? [together([.. group])]
                : group.Select(single))
            .OrderBy(row => row.Kind);

    private static string? ReasonOf(ItemChange item) => item.Kind switch
    {
        ChangeKind.Added => "",
        ChangeKind.RunsAgain when item.Properties.All(property => property.IsRenewed) =>
            string.Concat(ReasonsOf(item.Properties)),
        _ => null,
    };

    private static string? ReasonOf(ResourceChange change) => change switch
    {
        { Counterpart: not null } or { Kind: ChangeKind.Removed } => null,
        { Kind: ChangeKind.Added } => "",
        _ => change.IsCause ? null : string.Concat(ReasonsOf(change.Properties)),
    };

    private static IEnumerable<string> ReasonsOf(IReadOnlyList<PropertyChange> properties) =>
        properties.Count == 0 || !properties.All(property => property.IsRenewed)
            ? []
            : [$"{string.Join(", ", properties.Select(property => property.Path))}: {Follows}"];

    private DiffRow Row(ItemChange item, bool isDescribed)
    {
        var name = item.Note is null ? item.Name : $"{item.Name} ({item.Note})";
        return new DiffRow(item.Kind, name, item.Kind switch
        {
            ChangeKind.Added when isDescribed && item.Properties.Count > 0 =>
                [string.Join(", ", item.Properties.Select(each => $"{each.Path} {code(each.New!)}"))],
            ChangeKind.Added or ChangeKind.Removed => [],
            _ => [.. item.Properties.Select(property => Describe(property, item.Kind))],
        });
    }

    private DiffRow Row(ResourceChange change)
    {
        var renamed = change.Counterpart is null ? ""
            : change.Kind == ChangeKind.Added ? $", possibly {change.Counterpart} renamed"
            : $", possibly renamed to {change.Counterpart}";
        return new DiffRow(
            change.Kind, $"{change.Resource.Name} ({change.Resource.ShortType}){renamed}",
            change.Kind is ChangeKind.Added or ChangeKind.Removed
                ? []
                : [.. change.Properties.Select(property => Describe(property, change.Kind))]);
    }

    private string Describe(PropertyChange property, ChangeKind kind)
    {
        var (old, present) = ShortValue.Pair(property.Old, property.New);
        var why = property.Forces && kind == ChangeKind.Replaced ? " (replaces it)" : "";
        return (property.IsRenewed, old, present) switch
        {
            (true, _, _) => $"{property.Path}: another {code(present ?? old ?? "")}{why}",
            (_, null, _) => $"{property.Path}: now {code(present!)}{why}",
            (_, _, null) => $"{property.Path}: no longer {code(old)}{why}",
            _ => $"{property.Path}: {code(old)} → {code(present)}{why}",
        };
    }
}
