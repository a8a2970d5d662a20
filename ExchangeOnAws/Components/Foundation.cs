using System.Collections.Immutable;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Values;
using Pulumi;
using Pulumi.Random;

namespace ExchangeOnAws.Components;

/// <summary>What the components of a stack share: key, secrets, bucket, parameters, tags and names.</summary>
internal sealed class Foundation
{
    private readonly DeploymentPlan _plan;
    private readonly Output<string> _path;
    private readonly Output<string> _suffix;

    public Foundation(DeploymentPlan plan)
    {
        _plan = plan;
        Environment = AwsEnvironment.Current(plan.Region);
        Tags = ResourceTags.For(plan);
        _suffix = CreateSuffix().Hex;
        _path = Output.Format($"/{StackConfiguration.ProjectName}/{plan.StackName}-{_suffix}/");
        Encryption = CreateEncryption();
        Secrets = CreateSecrets();
        Storage = CreateStorage();
        CreateParameters();
    }

    public AwsEnvironment Environment { get; }

    /// <summary>The path of the deployment's parameters, with a slash at both ends.</summary>
    public Input<string> ParameterPath => _path;

    public ResourceTags Tags { get; }

    public EncryptionKey Encryption { get; }

    public Secrets Secrets { get; }

    public Storage Storage { get; }

    private bool IsProtected => _plan.Settings.Protection.DeletionProtection;

    public Network CreateNetwork() => new("network", new NetworkArgs
    {
        Plan = _plan.Network,
        Ports = _plan.Ports,
        Environment = Environment,
        Tags = Tags,
        LogGroupPrefix = _path,
        EncryptionKeyArn = Encryption.Arn,
        DeletionProtection = IsProtected,
    });

    public ServerSurroundings CreateSurroundings(Network network) => new()
    {
        Plan = _plan,
        Environment = Environment,
        Network = network,
        Storage = Storage,
        ParameterPath = _path,
        Suffix = _suffix,
        Deployed = SecretArns(),
        EncryptionKeyArn = Encryption.Arn,
        Tags = Tags,
    };

    // An existing domain brings the two accounts that steps need.
    private ImmutableDictionary<string, Input<string>> SecretArns()
    {
        var arns = Secrets.Arns.ToImmutableDictionary(
            secret => StepArgument.SecretArn(secret.Key).Deployed!,
            secret => (Input<string>)secret.Value);
        return _plan.Settings.Directory.Existing is { } existing
            ? arns
                .Add(StepArgument.SecretArn(SecretPlan.Join).Deployed!, existing.JoinSecretArn)
                .Add(StepArgument.SecretArn(SecretPlan.Setup).Deployed!, existing.SetupSecretArn)
            : arns;
    }

    // Part of names that a policy must know before the thing exists; two stacks
    // of one account never share it.
    private static RandomId CreateSuffix() =>
        new("unique-suffix", new RandomIdArgs { ByteLength = AwsNames.SuffixBytes });

    private EncryptionKey CreateEncryption() => new("encryption", new EncryptionKeyArgs
    {
        Environment = Environment,
        Tags = Tags,
        LogGroupPrefix = _path,
        DeletionWindowDays = _plan.Settings.Protection.KeyDeletionWindowDays,
        DeletionProtection = IsProtected,
    });

    private Secrets CreateSecrets() => new("secrets", new SecretsArgs
    {
        Plan = _plan.Secrets,
        EncryptionKeyArn = Encryption.Arn,
        Tags = Tags,
        DeletionProtection = IsProtected,
    });

    private Storage CreateStorage() => new("storage", new StorageArgs
    {
        EncryptionKeyArn = Encryption.Arn,
        LogRetentionDays = _plan.Settings.Monitoring.LogRetentionDays,
        Tags = Tags,
        DeletionProtection = IsProtected,
    });

    private void CreateParameters() => _ = new TopologyParameters("topology", new TopologyParametersArgs
    {
        Plan = _plan,
        Path = _path,
        Tags = Tags,
    });
}
