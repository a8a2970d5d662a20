namespace ExchangeOnAws.Findings;

/// <summary>How much a finding weighs: an error stops the deployment.</summary>
public enum Severity
{
    Error,
    Warning,
    Info,
}

/// <summary>One sentence or two about one setting: what it is, why that cannot be, what to set.</summary>
/// <param name="Severity">An error stops plan and deployment.</param>
/// <param name="Subject">The setting as it is typed in the stack file, for example network.cidr.</param>
/// <param name="Message">The text, which begins with the thing it is about.</param>
public sealed record Finding(Severity Severity, string Subject, string Message)
{
    public static Finding Error(string subject, string message) => new(Severity.Error, subject, message);

    public static Finding Warning(string subject, string message) => new(Severity.Warning, subject, message);

    public static Finding Info(string subject, string message) => new(Severity.Info, subject, message);

    /// <summary>Worst first, then by subject and text: the same settings give the same list.</summary>
    public static IReadOnlyList<Finding> InOrder(IEnumerable<Finding> findings) =>
        [.. findings.Distinct()
            .OrderBy(finding => finding.Severity)
            .ThenBy(finding => finding.Subject, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal)];
}
