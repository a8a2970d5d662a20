using ExchangeOnAws.Evaluation;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>
/// Writes a plan as one page with pictures, to read in a browser and to print. The same settings give the
/// same bytes.
/// </summary>
public static class PlanHtml
{
    /// <summary>The page: findings and, when none is an error, the plan.</summary>
    public static async Task<string> Of(PlanReport report)
    {
        var resources = await report.Resources;
        PageSection[] sections =
        [
            .. FindingHtml.Of(report.Findings),
            .. report.Plan is { } plan ? Sections(plan, resources) : [],
        ];
        return HtmlPage.Write(
            $"Plan of stack {report.Stack}",
            Tag.Of("a", Tag.Class("skip"), Tag.With("href", "#content"), "Skip to the plan"),
            HeaderHtml.Of(report, resources),
            HeaderHtml.Contents(sections),
            Tag.Of("main", Tag.With("id", "content"), sections.Select(section => section.Element)));
    }

    private static IEnumerable<PageSection> Sections(
        DeploymentPlan plan, IReadOnlyList<PlannedResource> resources) =>
    [
        TopologyHtml.Of(plan),
        FailureHtml.Of(plan),
        RecoveryHtml.Of(plan.Recoveries),
        TimelineHtml.Of(plan),
        HostHtml.Of(plan),
        DatabaseHtml.Of(plan.Cluster),
        ClientAccessHtml.Of(plan),
        MailFlowHtml.Of(plan),
        OperationsHtml.Of(plan),
        PortHtml.Of(plan.Ports),
        SecretHtml.Of(plan.Secrets),
        ResourceHtml.Of(resources),
        new("connect", "How to connect", Tag.Paragraph(Connecting.Describe(plan))),
    ];
}
