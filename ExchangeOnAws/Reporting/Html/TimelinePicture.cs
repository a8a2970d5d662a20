using System.Xml.Linq;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>
/// A row of bars per server. Steps without slack are thick and full, the others thin and hollow.
/// </summary>
internal static class TimelinePicture
{
    private const double Axis = 20;
    private const double Name = 20;
    private const double Lane = 13;
    private const double Space = 8;

    public static XElement Draw(TimeAxis axis, IEnumerable<IGrouping<string, ScheduledStep>> servers)
    {
        var content = new List<XElement>();
        var y = Axis;
        foreach (var server in servers)
        {
            var lanes = Lanes([.. server]);
            content.Add(Svg.Text("server", 0, y + 14, server.Key));
            content.AddRange(lanes.SelectMany((lane, index) =>
                lane.Select(step => Bar(axis, step, y + Name + (index * Lane)))));
            y += Name + (lanes.Count * Lane) + Space;
        }

        var picture = Svg.Picture(
            "timeline-picture", "Timeline by server",
            "Every step as a bar from its first to its last minute. The tables below say the same in words.",
            axis.Draw(y), content);
        picture.Add(Tag.With("height", y), Tag.With("width", "100%"));
        return picture;
    }

    private static XElement Bar(TimeAxis axis, ScheduledStep step, double top) => Tag.Of(
        "rect", Tag.Class(step.IsCritical ? "bar critical" : "bar"),
        Tag.With("x", axis.At(step.Start)), Tag.With("width", axis.Long(step.Step.Minutes)),
        Tag.With("y", step.IsCritical ? top : top + 3), Tag.With("height", step.IsCritical ? 11 : 5),
        Tag.Of("title", TimelineWords.Of(step)));

    // Steps of one server that run at the same time are below each other.
    private static List<List<ScheduledStep>> Lanes(IReadOnlyList<ScheduledStep> steps)
    {
        var lanes = new List<List<ScheduledStep>>();
        foreach (var step in steps.OrderBy(step => step.Start).ThenByDescending(step => step.IsCritical))
        {
            var lane = lanes.FirstOrDefault(lane => lane[^1].End <= step.Start);
            if (lane is null)
            {
                lanes.Add(lane = []);
            }

            lane.Add(step);
        }

        return lanes;
    }
}
