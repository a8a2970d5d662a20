using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>Who may talk to whom, with the addresses of the places outside.</summary>
internal static class PortHtml
{
    public static PageSection Of(PortTable ports) => new(
        "ports", "Ports",
        Tag.Paragraph("Only what stands here is allowed."),
        TableHtml.Of(
            "Ports", ["From", "To", "Protocol", "Ports", "Purpose"],
            PortRow.Of(ports.Rules).Select(row => new object[]
            {
                row.From, row.To, row.Protocol, row.Ports, row.Purpose,
            })),
        Tag.Of("h3", "Places outside"),
        Tag.Of("ul", ports.Outside
            .OrderBy(tier => tier.Key)
            .Where(tier => ports.Rules.Any(rule => rule.From == tier.Key || rule.To == tier.Key))
            .Select(tier => Tag.Of("li", $"{tier.Key.Name()}: {string.Join(", ", tier.Value)}"))));
}
