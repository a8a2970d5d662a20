using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>Everything is in one partition of AWS, and in one whose names the program knows.</summary>
internal sealed class PartitionCheck : ICheck
{
    private const string RegionKey = "aws:region";

    // Every form of ARN there is, and those to come.
    private static readonly TextSettings[] s_arns = [.. TextSettings.All
        .Where(setting => $"{setting.Form}".EndsWith("Arn", StringComparison.Ordinal))];

    private static readonly TextSettings[] s_regions =
        [.. TextSettings.All.Where(setting => setting.Form == SettingForm.Region)];

    public IReadOnlyList<string> Subjects { get; } =
        [RegionKey, .. s_arns.Concat(s_regions).Select(setting => setting.Key)];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (AwsPartition.IsUnknown(plan.Region))
        {
            return
            [
                Finding.Error(RegionKey, $"{RegionKey} is {plan.Region}, whose partition names services in "
                    + "ways that this program does not know. Use a region of "
                    + $"{string.Join(", ", AwsPartition.All.Select(partition => partition.Name).Order())}."),
            ];
        }

        var here = AwsPartition.Of(plan.Region);
        return [.. Arns(plan, here), .. Regions(plan, here)];
    }

    // Partitions share neither accounts nor networks nor keys (AWS whitepaper "AWS Fault Isolation
    // Boundaries", Partitions, 2022). The ARN itself is not repeated: it names the account and the secret.
    private static IEnumerable<Finding> Arns(DeploymentPlan plan, AwsPartition here) => s_arns
        .Select(setting => (setting.Key, Arn: setting.ValueIn(plan.Settings)?.Split(':')))
        .Where(setting => setting.Arn is { } arn
            && (arn[1] != here.Name || AwsPartition.Of(arn[3]) != here))
        .Select(setting => Finding.Error(setting.Key, $"{setting.Key} is an ARN of the partition "
            + $"{setting.Arn![1]} and region {setting.Arn[3]}; {RegionKey} {plan.Region} is in {here.Name}, "
            + $"which reaches nothing in another partition. Create it in {plan.Region} and set that ARN."));

    private static IEnumerable<Finding> Regions(DeploymentPlan plan, AwsPartition here) => s_regions
        .Select(setting => (setting.Key, Region: setting.ValueIn(plan.Settings)))
        .Where(setting => setting.Region is { } region && AwsPartition.Of(region) != here)
        .Select(setting => Finding.Error(setting.Key, $"{setting.Key} is {setting.Region}, which is not in "
            + $"{here.Name}, the partition of {RegionKey} {plan.Region}; partitions reach nothing of each "
            + $"other. Use another region of {here.Name}."));
}
