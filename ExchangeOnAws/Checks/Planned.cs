using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Checks;

/// <summary>
/// From configuration to plan and findings, the same way for a deployment and for an offline plan.
/// </summary>
internal static class Planned
{
    /// <summary>
    /// The plan, and everything there is to say about the settings. With an error, nobody builds the plan.
    /// </summary>
    public static (DeploymentPlan Plan, IReadOnlyList<Finding> Findings) From(
        StackConfiguration configuration)
    {
        var (settings, readerFindings) = SettingsReader.Read(configuration);
        var plan = DeploymentPlan.From(configuration.StackName, settings);
        return (plan, AllChecks.Run(plan, readerFindings));
    }
}
