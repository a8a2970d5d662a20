using System.Xml.Linq;
using ExchangeOnAws.Findings;

namespace ExchangeOnAws.Reporting;

/// <summary>What is wrong or worth knowing, worst first.</summary>
internal static class FindingHtml
{
    /// <summary>The section; none without findings.</summary>
    public static IEnumerable<PageSection> Of(IReadOnlyList<Finding> findings) => findings.Count == 0
        ? []
        :
        [
            new PageSection(
                "findings", "Findings",
                Tag.Paragraph("Errors stop a deployment; warnings and notes do not."),
                Tag.Of("ul", Tag.Class("findings"), findings.Select(Item))),
        ];

    private static XElement Item(Finding finding)
    {
        var (word, sign) = finding.Severity switch
        {
            Severity.Error => ("Error", "✕"),
            Severity.Warning => ("Warning", "!"),
            _ => ("Note", "i"),
        };
        return Tag.Of(
            "li", Tag.Class($"finding {word.ToLowerInvariant()}"),
            Tag.Of("strong", Tag.Class("mark"), Tag.Sign(sign), word),
            Tag.Of("div", Tag.Code(finding.Subject), Tag.Paragraph(finding.Message)));
    }
}
