using System.Xml.Linq;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>How mail is brought back after each failure that needs a person.</summary>
internal static class RecoveryHtml
{
    // As many as can be read in one go.
    private const int MostOpen = 4;

    public static PageSection Of(IReadOnlyList<RecoveryPlan> recoveries) => new(
        "recovery", "Recovery",
        recoveries.Count == 0
            ? Tag.Paragraph(RecoveryWords.None)
            : recoveries.Select(recovery => Describe(recovery, recoveries.Count <= MostOpen)));

    /// <summary>A link to the commands of a recovery.</summary>
    public static XElement Link(RecoveryPlan recovery) =>
        Tag.Of("a", Tag.With("href", $"#{Anchor(recovery)}"), recovery.Name);

    private static XElement Describe(RecoveryPlan recovery, bool isOpen) => Tag.Of(
        "article", Tag.With("id", Anchor(recovery)),
        Tag.Fold(
            isOpen, Tag.Of("h3", recovery.Name),
            Tag.Paragraph($"After the loss of: {recovery.Losses}."),
            Tag.Of("ol", Tag.Class("commands"), recovery.Commands.Select(command => Tag.Of(
                "li", Tag.Of("span", Tag.Class("where"), $"{command.Where}>"), " ",
                Tag.Code(command.Command)))),
            Tag.Paragraph(RecoveryWords.Ending(recovery))));

    private static string Anchor(RecoveryPlan recovery) => $"recovery-{recovery.Name}";
}
