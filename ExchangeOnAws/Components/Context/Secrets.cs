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
/// A secret per account, generated inside Secrets Manager, and those that steps fill: no value ever enters
/// the Pulumi state.
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

    // The generator is write-only, so Cloud Control gets it again with every update, whatever the update is
    // about: a tag, a description (pulumi-aws-native, provider/pkg/resources/patching.go). It could then
    // make a password that no account has. So nothing updates such a secret: the engine puts every input
    // back to what it was, and does so again after the provider has merged default tags (pulumi,
    // pkg/resource/deploy/step_generator.go, August 2026). Rotation is somebody's decision:
    // docs/operations.md.
    private const string EveryInput = "*";

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
            GenerateSecretString = plan.UserName is { } userName
                ? Password(userName)
                : (Input<SecretsManager.Inputs.SecretGenerateSecretStringArgs>?)null,
            Tags = args.Tags.ListNamed(plan.Name),
        }, new CustomResourceOptions
        {
            Parent = this,
            // What only travels through a secret is not lost with it.
            Protect = args.DeletionProtection && plan.UserName is not null,
            RetainOnDelete = args.DeletionProtection && plan.UserName is not null,

            IgnoreChanges = plan.UserName is null ? [] : [EveryInput],
        });

    private static SecretsManager.Inputs.SecretGenerateSecretStringArgs Password(string userName) => new()
    {
        SecretStringTemplate = $$"""{"username":{{JsonSerializer.Serialize(userName)}}}""",
        GenerateStringKey = "password",
        PasswordLength = PasswordLength,
        ExcludeCharacters = Unwanted,
        RequireEachIncludedType = true,
    };
}
