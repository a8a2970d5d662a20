using ExchangeOnAws.Checks;
using ExchangeOnAws.Evaluation;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>What the plan command shows: findings, and the plan unless one of them is an error.</summary>
/// <param name="Stack">The stack's name.</param>
/// <param name="Findings">In order, worst first.</param>
/// <param name="Plan">The plan; null when a finding is an error.</param>
/// <param name="Resources">
/// What would be registered; empty when a finding is an error. It is found out while the rest is being
/// written.
/// </param>
public sealed record PlanReport(
    string Stack, IReadOnlyList<Finding> Findings,
    DeploymentPlan? Plan, Task<IReadOnlyList<PlannedResource>> Resources)
{
    public bool HasErrors => Findings.Any(finding => finding.Severity == Severity.Error);

    /// <summary>Plans a stack from its configuration and evaluates it without AWS.</summary>
    internal static PlanReport From(
        Settings.StackConfiguration configuration, IReadOnlyList<Finding> fileFindings)
    {
        if (fileFindings.Count > 0)
        {
            return WithoutPlan(configuration.StackName, fileFindings);
        }

        var (plan, findings) = Planned.From(configuration);
        return findings.Any(finding => finding.Severity == Severity.Error)
            ? WithoutPlan(configuration.StackName, findings)
            : new PlanReport(
                configuration.StackName, findings, plan, Task.Run(() => StackEvaluation.Run(plan)));
    }

    private static PlanReport WithoutPlan(string stack, IReadOnlyList<Finding> findings) =>
        new(stack, findings, null, Task.FromResult<IReadOnlyList<PlannedResource>>([]));
}
