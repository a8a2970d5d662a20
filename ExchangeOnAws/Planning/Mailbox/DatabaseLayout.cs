using System.Globalization;

namespace ExchangeOnAws.Planning;

/// <summary>
/// Lays databases out over members: first preferences are spread evenly, and the copies of one database lie
/// in as many zones as there are.
/// </summary>
public static class DatabaseLayout
{
    /// <summary>A plan per database. <paramref name="copies"/> is cut to the number of members.</summary>
    public static IReadOnlyList<DatabasePlan> Plan(IReadOnlyList<HostPlan> members, int databases, int copies)
    {
        var nodes = Interleaved(members.DistinctBy(member => member.Name));
        var held = nodes.ToDictionary(node => node.Name, _ => new List<int>());
        var plans = new List<DatabasePlan>();
        for (var database = 0; database < databases; database++)
        {
            var chosen = new List<HostPlan>();
            for (var preference = 1; preference <= Math.Min(copies, nodes.Length); preference++)
            {
                var node = Next(nodes, chosen, held, preference);
                chosen.Add(node);
                held[node.Name].Add(preference);
            }

            // Two digits whatever the number of databases: a hundredth renames none.
            var name = "DB" + (database + 1).ToString("D2", CultureInfo.InvariantCulture);
            plans.Add(new DatabasePlan(name,
                [.. chosen.Select((node, index) => new DatabaseCopy(node.Name, index + 1))]));
        }

        return plans;
    }

    // A zone without a copy before one that has some; then the member with the fewest copies of this
    // preference, so that a failure spreads its databases; then the one with the fewest copies at all. First
    // preferences go round, whatever else the members hold: members that are added take from the end.
    private static HostPlan Next(
        HostPlan[] nodes, List<HostPlan> chosen, Dictionary<string, List<int>> held, int preference) => nodes
        .Where(node => !chosen.Contains(node))
        .OrderBy(node => preference == 1 ? 0 : chosen.Count(other => other.Zone == node.Zone))
        .ThenBy(node => held[node.Name].Count(other => other == preference))
        .ThenBy(node => preference == 1 ? 0 : held[node.Name].Count)
        .First();

    private static HostPlan[] Interleaved(IEnumerable<HostPlan> members) =>
        [.. members
            .GroupBy(member => member.Zone)
            .SelectMany(zone => zone.Select((member, ordinal) => (member, ordinal)))
            .OrderBy(pair => pair.ordinal)
            .Select(pair => pair.member)];
}
