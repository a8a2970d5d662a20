using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>How pages speak of a step's time.</summary>
internal static class TimelineWords
{
    /// <summary>For example exa1-features: minutes 17 to 27, critical.</summary>
    public static string Of(ScheduledStep step) =>
        $"{step.Step.Id}: minutes {step.Start} to {step.End}{(step.IsCritical ? ", critical" : "")}";
}
