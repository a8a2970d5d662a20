using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>
/// Secrets, which the AWS Native provider creates, come into the region of everything else.
/// </summary>
internal sealed class NativeRegionCheck : ICheck
{
    private const string Key = "aws-native:region";

    public IReadOnlyList<string> Subjects { get; } = ["aws:region", Key, "directory.existing"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var command = $"Run: pulumi config set {Key} {plan.Region}";
        if (plan.Secrets.Count == 0 || plan.Settings.NativeRegion == plan.Region)
        {
            return [];
        }

        return plan.Settings.NativeRegion is { } other
            ? [Finding.Error(Key, $"{Key} is {other} and aws:region is {plan.Region}; servers read secrets "
                + $"of their own region. {command}")]
            : [Finding.Warning(Key, $"{Key} is not set, so secrets come into the region of the environment "
                + $"(AWS_REGION), if there is one. {command}")];
    }
}
