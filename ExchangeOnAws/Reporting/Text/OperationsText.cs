using ExchangeOnAws.Planning;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExchangeOnAws.Reporting;

/// <summary>Backups, updates and alarms.</summary>
internal static class OperationsText
{
    public static IRenderable Of(DeploymentPlan plan) =>
        new Rows(OperationsWords.Of(plan).Select(line => new Text(line)));
}
