using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>Where everything stands: a picture on a wide screen, boxes and a list on a narrow one.</summary>
internal static class TopologyHtml
{
    public static PageSection Of(DeploymentPlan plan)
    {
        var connections = Connection.Of(plan.Ports);
        return new PageSection(
            "topology", "Topology",
            Tag.Of(
                "figure", Tag.Class("wide"), new TopologyPicture(plan, connections).Draw(),
                Tag.Of(
                    "figcaption", "A dot is who opens connections, a head who answers. Numbers are ports, "
                        + "TCP unless they say otherwise; +2 means two more. All of them are in the section ",
                    Tag.Of("a", Tag.With("href", "#ports"), "Ports"), ".")),
            Tag.Of(
                "div", Tag.Class("narrow"), ZoneCards.Of(plan),
                Tag.Of("h3", "Connections"), ConnectionWords.List(connections)));
    }
}
