using System.Xml.Linq;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>
/// What is done on which server and when, counted from the moment the servers are launched.
/// </summary>
internal static class TimelineHtml
{
    // With more steps than that, the picture comes first and the tables are opened one by one.
    private const int MostOpen = 100;

    public static PageSection Of(DeploymentPlan plan)
    {
        var steps = plan.Steps;
        if (steps.Schedule.Count == 0)
        {
            return new PageSection("timeline", "Timeline", Tag.Paragraph("Nothing is installed."));
        }

        var axis = new TimeAxis(steps.CriticalPathMinutes);
        var servers = steps.Schedule.GroupBy(step => step.Step.Target.Name).ToArray();
        return new PageSection(
            "timeline", "Timeline",
            Tag.Paragraph(
                $"{steps.Schedule.Count} steps take {Minutes.InWords(steps.CriticalPathMinutes)}, each "
                + "started as soon as it may. In the order of AWS's guide, one server after another, they "
                + $"take {Minutes.InWords(plan.GuideOrderMinutes)}."),
            Legend(),
            Tag.Of("figure", Tag.Class("timeline"), TimelinePicture.Draw(axis, servers),
                Tag.Of("figcaption", "Minutes from the launch of the servers.")),
            Tag.Fold(
                isOpen: false, "The critical path, step by step",
                Tag.Of("ol", Tag.Class("path"), steps.CriticalPath.Select(step =>
                    Tag.Of("li", Tag.Code(step.Id), $" {step.Minutes} min")))),
            servers.Select(server => Server(axis, server, steps.Schedule.Count <= MostOpen)));
    }

    private static XElement Legend() => Tag.Of(
        "ul", Tag.Class("legend"),
        Tag.Of("li", Swatch("bar critical", 1, 11), "Critical: a delay of the step delays the whole"),
        Tag.Of("li", Swatch("bar", 4, 5), "Has time to spare"));

    private static XElement Swatch(string style, double top, double height) => Tag.Of(
        "svg", Tag.With("aria-hidden", "true"), Tag.With("width", 30), Tag.With("height", 13),
        Svg.Box(style, 1, top, 28, height, radius: 0));

    private static XElement Server(
        TimeAxis axis, IGrouping<string, ScheduledStep> server, bool isOpen) => Tag.Fold(
        isOpen,
        new object[] { Tag.Of("strong", server.Key), " ", Tag.Of("span", Summary([.. server])) },
        Tag.Of("div", Tag.Class("steps"), TableHtml.Of(
            $"Steps of {server.Key}", ["Step", "Script", "Minutes", $"Of {axis.Total} minutes"],
            server.OrderBy(step => step.Start).Select(step => Row(axis, step)))));

    private static string Summary(IReadOnlyCollection<ScheduledStep> steps)
    {
        var critical = steps.Count(step => step.IsCritical);
        return (steps.Count == 1 ? "1 step" : $"{steps.Count} steps")
            + $", minutes {steps.Min(step => step.Start)} to {steps.Max(step => step.End)}"
            + (critical == 0 ? "" : $", {critical} critical");
    }

    private static object[] Row(TimeAxis axis, ScheduledStep step) =>
    [
        new object[]
        {
            step.Step.Id,
            step.IsCritical ? Tag.Of("span", Tag.Class("critical-word"), " critical") : "",
        },
        step.Step.ShippedName,
        $"{step.Start} to {step.End}",
        Tag.Of(
            "svg", Tag.Class("strip"), Tag.With("aria-hidden", "true"), Tag.With("width", "100%"),
            Tag.With("height", 12),
            Tag.Of("rect", Tag.Class(step.IsCritical ? "bar critical" : "bar"),
                Tag.With("x", axis.At(step.Start)), Tag.With("width", axis.Long(step.Step.Minutes)),
                Tag.With("y", step.IsCritical ? 1 : 4), Tag.With("height", step.IsCritical ? 10 : 4))),
    ];
}
