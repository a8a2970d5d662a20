using ExchangeOnAws.Planning;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExchangeOnAws.Reporting;

/// <summary>How mail comes and goes, and what public DNS has to say about it.</summary>
internal static class MailFlowText
{
    public static IRenderable Of(DeploymentPlan plan)
    {
        var table = Tables.Create(MailFlowWords.RecordColumns);
        foreach (var record in plan.MailFlow.Records)
        {
            table.AddRow(MailFlowWords.Row(record).Select(cell => new Text(cell)));
        }

        return new Rows(
            new Text(MailFlowWords.Summary(plan)), new Text(MailFlowWords.AboutRecords), table);
    }
}
