using System.Xml.Linq;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>
/// The arrows beside the zones: a dot where connections are opened, a head where they are answered, the
/// ports between them.
/// </summary>
internal sealed class ConnectionPicture
{
    private const double Space = 6;
    private const double NameSize = 12;
    private const double LineHeight = 13;
    private readonly IReadOnlyList<IReadOnlyList<Arrow>> _lanes;
    private readonly IReadOnlyList<TopologyRow> _rows;
    private readonly double _left;
    private readonly double _names;

    public ConnectionPicture(
        IReadOnlyList<Connection> connections, IReadOnlyList<TopologyRow> rows, double left)
    {
        _rows = rows;
        _left = left;
        _lanes = ConnectionLanes.Of(connections, rows);
        _names = left + (2 * Space) + _lanes.Sum(WidthOf);
        Right = _names + Space
            + rows.SelectMany(row => Lines(row.Tier)).Max(line => Svg.WidthOf(line, NameSize));
    }

    public double Right { get; }

    public IEnumerable<XElement> Draw()
    {
        var guides = _rows.Select(row => Svg.Line("guide", _left, row.Middle, _names, row.Middle));
        return [.. guides, .. _rows.SelectMany(Name), .. Arrows()];
    }

    private IEnumerable<XElement> Name(TopologyRow row)
    {
        var lines = Lines(row.Tier);
        var first = row.Middle + 4 - ((lines.Length - 1) * LineHeight / 2);
        return lines.Select((line, index) =>
            Svg.Text("tier", _names + Space, first + (index * LineHeight), line));
    }

    // The kind, and below it what it is a kind of: the picture stays narrow.
    private static string[] Lines(Tier tier) => tier.Name().Split(' ', 2);

    private IEnumerable<XElement> Arrows()
    {
        var left = _left + Space;
        foreach (var lane in _lanes)
        {
            var width = WidthOf(lane);
            foreach (var arrow in lane)
            {
                yield return Draw(arrow, left + (width / 2));
            }

            left += width;
        }
    }

    private static XElement Draw(Arrow arrow, double x) => Tag.Of(
        "g", Tag.Of("title", ConnectionWords.Of(arrow.Connection)),
        Svg.Line("arrow", x, arrow.Top, x, arrow.Bottom),
        arrow.Connection.IsInside
            ? new[] { Svg.Head(x, arrow.Top, false), Svg.Head(x, arrow.Bottom, true) }
            : arrow.Targets.Select(target => Svg.Head(x, target, arrow.PointsDown))
                .Concat(arrow.Sources.Select(source => arrow.Connection.IsMutual
                    ? Svg.Head(x, source, !arrow.PointsDown)
                    : Svg.Dot("source", x, source))),
        Label(arrow, x));

    private static IEnumerable<XElement> Label(Arrow arrow, double x)
    {
        var height = arrow.Label.Count * LineHeight;
        var top = arrow.LabelAt - (height / 2);
        return
        [
            Svg.Box("label", x - (arrow.LabelWidth / 2), top - 1, arrow.LabelWidth, height + 2, radius: 3),
            .. arrow.Label.Select((line, index) =>
                Svg.Text("ports", x, top + 10 + (index * LineHeight), line)),
        ];
    }

    private static double WidthOf(IReadOnlyList<Arrow> lane) => lane.Max(arrow => arrow.LabelWidth) + Space;
}
