using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Checks;

/// <summary>The Exchange version is one that Microsoft supports.</summary>
internal sealed class ExchangeSupportCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["mailbox.version"];

    // Microsoft Lifecycle, "Exchange Server 2019" (2026); paid updates ended in October
    // 2026.
    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Settings.Mailbox.Version == ExchangeVersion.V2019)
        {
            yield return Finding.Warning("mailbox.version", "mailbox.version is 2019, which is out of "
                + "support since 14 October 2025 and gets no security updates. Use SE.");
        }
    }
}
