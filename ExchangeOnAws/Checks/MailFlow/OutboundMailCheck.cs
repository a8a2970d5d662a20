using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Tells that mail leaves on a port that AWS blocks until asked.</summary>
internal sealed class OutboundMailCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["mailFlow.smartHost", "edge.servers"];

    // Amazon EC2 user guide, "Restriction on email sent using port 25" (2026).
    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Settings.MailFlow.SmartHost is null)
        {
            var sender = plan.Settings.Edge.Servers > 0 ? "Edge servers send" : "members send";
            yield return Finding.Info("mailFlow.smartHost", $"mailFlow.smartHost is not set, so {sender} "
                + "mail on port 25, which AWS blocks by default. Ask AWS to remove the restriction (form "
                + "\"Request to remove email sending limitations\"), or set mailFlow.smartHost.");
        }
    }
}
