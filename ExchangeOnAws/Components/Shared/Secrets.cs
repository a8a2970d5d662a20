using System.Collections.Immutable;
using System.Text.Json;
using ExchangeOnAws.Planning;
using Pulumi;
using SecretsManager = Pulumi.AwsNative.SecretsManager;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="Secrets"/> needs.</summary>
public sealed class SecretsArgs : ResourceArgs
{
    public required IReadOnlyList<SecretPlan> Plan { get; init; }

    public required Input<string> EncryptionKeyArn { get; init; }

    public required ResourceTags Tags { get; init; }

    public required bool DeletionProtection { get; init; }
}

/// <summary>
/// A secret per account, generated inside Secrets Manager: no password ever enters the Pulumi state.
/// </summary>
/// <remarks>
/// AwsNative and not Aws, because only CloudFormation's resource has the service generate the value.
/// </remarks>
public sealed class Secrets : ComponentResource
{
    // Windows takes 127 characters at most where passwords are typed; 32 of five kinds satisfy any policy.
    private const int PasswordLength = 32;

    // Characters that command lines, XML and JSON give a meaning to,
    // kept out so that no tool can get them wrong.
    private const string Unwanted = "\"'`$%&<>\\/@{}|;, ";

    public Secrets(string name, SecretsArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:Secrets", name, args, options)
    {
        Arns = args.Plan.ToImmutableDictionary(plan => plan.Name, plan => CreateSecret(name, args, plan).Id);
        RegisterOutputs();
    }

    /// <summary>ARNs by the plan's names.</summary>
    public ImmutableDictionary<string, Output<string>> Arns { get; }

    private SecretsManager.Secret CreateSecret(string name, SecretsArgs args, SecretPlan plan) =>
        new($"{name}-{plan.Name}", new SecretsManager.SecretArgs
        {
            Description = plan.Purpose,
            KmsKeyId = args.EncryptionKeyArn,
            GenerateSecretString = new SecretsManager.Inputs.SecretGenerateSecretStringArgs
            {
                SecretStringTemplate = $$"""{"username":{{JsonSerializer.Serialize(plan.UserName)}}}""",
                GenerateStringKey = "password",
                PasswordLength = PasswordLength,
                ExcludeCharacters = Unwanted,
                RequireEachIncludedType = true,
            },
            Tags = args.Tags.ListNamed(plan.Name),
        }, new CustomResourceOptions
        {
            Parent = this,
            Protect = args.DeletionProtection,
            RetainOnDelete = args.DeletionProtection,

            // Another generator would make another password, which the accounts do not have.
            IgnoreChanges = { "generateSecretString" },
        });
}
