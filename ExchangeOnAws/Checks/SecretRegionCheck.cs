using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Checks;

/// <summary>Secrets are in the region where servers read them.</summary>
internal sealed class SecretRegionCheck : ICheck
{
    private static readonly (string Key, Func<object, object?> Get)[] s_secrets =
        [.. SecretsOf(typeof(StackSettings), "", settings => settings)];

    public IReadOnlyList<string> Subjects { get; } =
        ["aws:region", .. s_secrets.Select(secret => secret.Key)];

    // The ARN itself is not repeated: it names the account and the secret.
    public IEnumerable<Finding> Run(DeploymentPlan plan) => s_secrets
        .Select(secret => (secret.Key, Region: (secret.Get(plan.Settings) as string)?.Split(':')[3]))
        .Where(secret => secret.Region is not null && secret.Region != plan.Region)
        .Select(secret => Finding.Error(secret.Key, $"{secret.Key} names a secret in {secret.Region} and "
            + $"aws:region is {plan.Region}; servers read secrets of their own region. Replicate the secret "
            + $"to {plan.Region} and set the replica's ARN."));

    private static IEnumerable<(string Key, Func<object, object?> Get)> SecretsOf(
        Type record, string path, Func<object, object?> owner)
    {
        foreach (var setting in SettingProperty.Of(record))
        {
            object? Get(object settings) => owner(settings) is { } present ? setting.Get(present) : null;
            if (setting.IsRecord)
            {
                foreach (var nested in SecretsOf(setting.Type, $"{path}{setting.Key}.", Get))
                {
                    yield return nested;
                }
            }
            else if (setting.Attribute.Form == SettingForm.SecretArn)
            {
                yield return ($"{path}{setting.Key}", Get);
            }
        }
    }
}
