using ExchangeOnAws.Findings;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExchangeOnAws.Reporting;

/// <summary>
/// Writes a plan for people: what will be where, what happens when something fails, who may talk to whom.
/// </summary>
public static class PlanText
{
    /// <summary>Writes the findings and, when none is an error, the plan.</summary>
    public static async Task Write(PlanReport report, IAnsiConsole console)
    {
        WriteFindings(report, console);
        if (report.Plan is not { } plan)
        {
            return;
        }

        console.WriteLine();
        console.Write(TopologyText.Of(plan));
        Section(console, "Failures", FailureText.Of(plan));
        Section(console, "Recovery", RecoveryText.Of(plan.Recoveries));
        Section(console, "Databases", DatabaseText.Of(plan.Cluster));
        Section(console, "Client access", ClientAccessText.Of(plan));
        Section(console, "Mail flow", MailFlowText.Of(plan));
        Section(console, "Operations", OperationsText.Of(plan));
        Section(console, "Ports", PortText.Of(plan.Ports));
        Section(console, "Secrets", SecretText.Of(plan.Secrets));
        Section(console, "Steps", StepText.Of(plan));
        Section(console, "Resources", ResourceText.Of(await report.Resources));
    }

    private static void Section(IAnsiConsole console, string title, IRenderable body)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{title}[/]");
        console.Write(body);
    }

    private static void WriteFindings(PlanReport report, IAnsiConsole console)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn().NoWrap().Padding(0, 0, 2, 0))
            .AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        foreach (var finding in report.Findings)
        {
            var (word, style) = finding.Severity switch
            {
                Severity.Error => ("error", new Style(Color.Red, decoration: Decoration.Bold)),
                Severity.Warning => ("warning", new Style(Color.Yellow)),
                _ => ("note", new Style(Color.Blue)),
            };
            grid.AddRow(new Text(word, style), new Text(finding.Message));
        }

        if (report.Findings.Count > 0)
        {
            console.Write(grid);
        }

        var errors = report.Findings.Count(finding => finding.Severity == Severity.Error);
        if (errors > 0)
        {
            console.WriteLine();
            console.WriteLine(
                $"Stack {report.Stack} cannot be deployed: {errors} {(errors == 1 ? "error" : "errors")}.");
        }
    }
}
