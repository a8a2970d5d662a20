using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>How reports speak of bringing mail back.</summary>
internal static class RecoveryWords
{
    public const string None = "No failure of a zone, a host or two hosts needs a person.";

    /// <summary>What follows after the commands of a recovery.</summary>
    public static string Ending(RecoveryPlan recovery) => recovery.HasDocument
        ? $"All but the first: start the Automation document {recovery.Name} of the stack output "
            + $"recoveryDocuments with Confirmation=\"{recovery.Confirmation}\"."
        : "Mail comes back by itself once one of them answers; otherwise restore one from its backup.";
}
