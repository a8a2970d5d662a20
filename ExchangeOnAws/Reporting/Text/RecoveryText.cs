using ExchangeOnAws.Planning;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExchangeOnAws.Reporting;

/// <summary>
/// How mail is brought back after each failure that needs a person: the cases, the commands, the document.
/// </summary>
internal static class RecoveryText
{
    public static IRenderable Of(IReadOnlyList<RecoveryPlan> recoveries) => recoveries.Count == 0
        ? new Text(RecoveryWords.None)
        : new Rows(recoveries.SelectMany(Lines));

    private static IEnumerable<IRenderable> Lines(RecoveryPlan recovery)
    {
        yield return new Text($"{recovery.Name}, after the loss of: {recovery.Losses}");

        foreach (var command in recovery.Commands)
        {
            yield return new UnbrokenLine($"  {command}");
        }

        yield return new Text($"  {RecoveryWords.Ending(recovery)}");
    }
}
