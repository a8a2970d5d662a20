using System.Text.Json.Nodes;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>Compares two lists of things by their names.</summary>
internal static class ListDiff
{
    /// <param name="before">The old plan's things.</param>
    /// <param name="after">The new plan's things.</param>
    /// <param name="nameOf">What tells them apart.</param>
    /// <param name="ignored">Members that say nothing by themselves, with the members of the name.</param>
    public static IReadOnlyList<ItemChange> Of(
        IEnumerable<JsonObject> before, IEnumerable<JsonObject> after, Func<JsonObject, string> nameOf,
        params string[] ignored)
    {
        var (old, present) = (ByName(before, nameOf, ignored), ByName(after, nameOf, ignored));
        return InOrder(old.Keys.Union(present.Keys)
            .Select(name => Compare(name, old.GetValueOrDefault(name), present.GetValueOrDefault(name)))
            .OfType<ItemChange>());
    }

    /// <summary>Worst first, then by name: the same two plans give the same list.</summary>
    public static IReadOnlyList<ItemChange> InOrder(IEnumerable<ItemChange> items) =>
        [.. items.OrderBy(item => item.Kind).ThenBy(item => item.Name, StringComparer.Ordinal)];

    private static ItemChange? Compare(
        string name, IReadOnlyDictionary<string, string>? before, IReadOnlyDictionary<string, string>? after)
    {
        var none = new Dictionary<string, string>();
        var properties = JsonText.Compare(before ?? none, after ?? none);
        return (before, after) switch
        {
            (null, _) => new ItemChange(ChangeKind.Added, name, properties),
            (_, null) => new ItemChange(ChangeKind.Removed, name, properties),
            _ => properties.Count == 0 ? null : new ItemChange(ChangeKind.Changed, name, properties),
        };
    }

    // Two things of one name are told apart by their order.
    private static Dictionary<string, IReadOnlyDictionary<string, string>> ByName(
        IEnumerable<JsonObject> items, Func<JsonObject, string> nameOf, string[] ignored)
    {
        var named = new Dictionary<string, IReadOnlyDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var name = nameOf(item);
            for (var count = 2; named.ContainsKey(name); count++)
            {
                name = $"{nameOf(item)} ({count})";
            }

            named.Add(name, JsonText.Flatten(item)
                .Where(value => !ignored.Contains(value.Key))
                .ToDictionary(value => value.Key, value => value.Value));
        }

        return named;
    }
}
