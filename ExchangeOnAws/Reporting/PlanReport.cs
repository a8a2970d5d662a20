using ExchangeOnAws.Checks;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>What the plan command shows: findings, and the plan unless one of them is an error.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Findings">In order, worst first.</param>
/// <param name="Plan">The plan; null when a finding is an error.</param>
/// <param name="Resources">What would be registered; empty when a finding is an error.</param>
public sealed record PlanReport(
    string Stack, IReadOnlyList<Finding> Findings,
    DeploymentPlan? Plan, IReadOnlyList<PlannedResource> Resources)
{
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>Plans a stack from its configuration and evaluates it without AWS.</summary>
    internal static async Task<PlanReport> From(
        Settings.StackConfiguration configuration, IReadOnlyList<Finding> fileFindings)
    {
        if (fileFindings.Count > 0)
        {
            return new PlanReport(configuration.StackName, fileFindings, null, []);
        }

        var (plan, findings) = Planned.From(configuration);
        return findings.Any(finding => finding.Severity == Severity.Error)
            ? new PlanReport(configuration.StackName, findings, null, [])
            : new PlanReport(configuration.StackName, findings, plan, await StackEvaluation.Run(plan));
    }
}
