using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>Backups, updates and alarms.</summary>
internal static class OperationsHtml
{
    public static PageSection Of(DeploymentPlan plan) => new(
        "operations", "Operations", OperationsWords.Of(plan).Select(line => Tag.Paragraph(line.Trim())));
}
