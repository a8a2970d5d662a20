using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>
/// Places arrows side by side in as few lanes as possible, the short ones next to the zones: none touches
/// another.
/// </summary>
internal static class ConnectionLanes
{
    private const double Space = 6;

    public static IReadOnlyList<IReadOnlyList<Arrow>> Of(
        IReadOnlyList<Connection> connections, IReadOnlyList<TopologyRow> rows)
    {
        var heights = rows.ToDictionary(row => row.Tier, row => row.Middle);
        var lanes = new List<List<Arrow>>();
        foreach (var arrow in connections
            .SelectMany(connection => Arrows(connection, heights))
            .OrderBy(arrow => arrow.Bottom - arrow.Top))
        {
            var lane = lanes.FirstOrDefault(lane => lane.All(other => AreApart(arrow, other)));
            if (lane is null)
            {
                lanes.Add(lane = []);
            }

            lane.Add(arrow);
        }

        return lanes;
    }

    // One for those who answer below, one for those who answer above.
    private static IEnumerable<Arrow> Arrows(Connection connection, Dictionary<Tier, double> heights)
    {
        var sources = connection.From.Select(tier => heights[tier]).ToArray();
        var targets = connection.To.Select(tier => heights[tier]).ToArray();
        if (connection.IsInside)
        {
            return [new Arrow(connection, sources, targets, PointsDown: true)];
        }

        return new[]
        {
            new Arrow(
                connection, [.. sources.Where(source => targets.Max() > source)],
                [.. targets.Where(target => target > sources.Min())], PointsDown: true),
            new Arrow(
                connection, [.. sources.Where(source => targets.Min() < source)],
                [.. targets.Where(target => target < sources.Max())], PointsDown: false),
        }
        .Where(arrow => arrow.Sources.Count > 0);
    }

    private static bool AreApart(Arrow one, Arrow other) =>
        one.Bottom + Space < other.Top || other.Bottom + Space < one.Top;
}
