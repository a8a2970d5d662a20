using System.Xml.Linq;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>What the loss of a zone, a host or two hosts means for mail, in words and signs.</summary>
internal static class FailureHtml
{
    public static PageSection Of(DeploymentPlan plan)
    {
        var single = plan.Failures.Where(failure => failure.Lost.Count == 1);
        var pairs = plan.Failures.Where(failure => failure.Lost.Count == 2).ToArray();
        var harmful = pairs.Where(failure => failure.Outcome != FailureOutcome.Automatic).ToArray();
        return new PageSection(
            "failures", "What a loss means",
            Tag.Paragraph(FailureWords.Votes(plan)),
            Table(plan, "Loss of a zone or a host", single),
            Tag.Paragraph($"Of {pairs.Length} pairs of hosts lost at one moment, "
                + $"{pairs.Length - harmful.Length} leave mail running."),
            harmful.Length == 0
                ? null
                : Tag.Fold(isOpen: harmful.Length <= 12, $"The other {harmful.Length}",
                    Table(plan, "Loss of two hosts at one moment", harmful)));
    }

    private static XElement Table(DeploymentPlan plan, string caption, IEnumerable<FailureCase> failures) =>
        TableHtml.Of(caption, ["Lost", "Mail"], failures.Select(failure => new object[]
        {
            string.Join(" and ", failure.Lost), Outcome(plan, failure),
        }));

    private static XElement Outcome(DeploymentPlan plan, FailureCase failure)
    {
        var (style, sign) = failure.Outcome switch
        {
            FailureOutcome.Automatic => ("good", "✓"),
            FailureOutcome.Manual => ("warning", "!"),
            _ => ("error", "✕"),
        };
        return Tag.Of(
            "span", Tag.Class($"outcome {style}"), Tag.Sign(sign), failure.Outcome.Words(),
            plan.RecoveryFrom(failure) is { } recovery
                ? new object[] { ": ", RecoveryHtml.Link(recovery) }
                : null);
    }
}
