using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>How mail comes and goes, and what public DNS has to say about it.</summary>
internal static class MailFlowHtml
{
    public static PageSection Of(DeploymentPlan plan) => new(
        "mail-flow", "Mail flow",
        Tag.Paragraph(MailFlowWords.Summary(plan)),
        Tag.Paragraph(MailFlowWords.AboutRecords),
        TableHtml.Of(
            "Records of public DNS", MailFlowWords.RecordColumns,
            plan.MailFlow.Records.Select(record => MailFlowWords.Row(record).Cast<object>().ToArray())));
}
