namespace ExchangeOnAws.Reporting;

/// <summary>An arrow between rows of the topology picture, up or down.</summary>
/// <param name="Connection">What it stands for.</param>
/// <param name="Sources">Heights of those who open connections.</param>
/// <param name="Targets">Heights of those who answer.</param>
/// <param name="PointsDown">Those who answer are below.</param>
internal sealed record Arrow(
    Connection Connection, IReadOnlyList<double> Sources, IReadOnlyList<double> Targets, bool PointsDown)
{
    // Half the height of an arrow from a tier to itself.
    private const double Inside = 26;

    /// <summary>Every height where it stops, from the top.</summary>
    public IReadOnlyList<double> Stops { get; } = Connection.IsInside
        ? [Targets[0] - Inside, Targets[0] + Inside]
        : [.. Sources.Concat(Targets).Distinct().Order()];

    public double Top => Stops[0];

    public double Bottom => Stops[^1];

    /// <summary>The ports, one below the other.</summary>
    public IReadOnlyList<string> Label { get; } =
        Connection.Ports.Split(Connection.Ports == Connection.All ? " " : ", ");

    public double LabelWidth => Label.Max(line => Svg.WidthOf(line, 11)) + 6;

    /// <summary>The middle of the widest stretch between two stops, where there is room for words.</summary>
    public double LabelAt => Stops.Zip(Stops.Skip(1))
        .MaxBy(stretch => stretch.Second - stretch.First) is var (from, to) ? (from + to) / 2 : Top;
}
