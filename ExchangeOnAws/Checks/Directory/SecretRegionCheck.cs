using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>Secrets are in the region where servers read them.</summary>
internal sealed class SecretRegionCheck : ICheck
{
    private static readonly TextSettings[] s_secrets =
        [.. TextSettings.All.Where(setting => setting.Form == SettingForm.SecretArn)];

    public IReadOnlyList<string> Subjects { get; } =
        ["aws:region", .. s_secrets.Select(secret => secret.Key)];

    // The ARN itself is not repeated: it names the account and the secret. One of another partition cannot be
    // replicated; that is PartitionCheck's to tell.
    public IEnumerable<Finding> Run(DeploymentPlan plan) => s_secrets
        .Select(secret => (secret.Key, Region: secret.ValueIn(plan.Settings)?.Split(':')[3]))
        .Where(secret => secret.Region is not null && secret.Region != plan.Region)
        .Where(secret => AwsPartition.Of(secret.Region!) == AwsPartition.Of(plan.Region))
        .Select(secret => Finding.Error(secret.Key, $"{secret.Key} names a secret in {secret.Region} and "
            + $"aws:region is {plan.Region}; servers read secrets of their own region. Replicate the secret "
            + $"to {plan.Region} and set the replica's ARN."));
}
