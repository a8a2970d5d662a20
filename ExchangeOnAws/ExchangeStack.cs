using System.Collections.Immutable;
using ExchangeOnAws.Checks;
using ExchangeOnAws.Components;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using Pulumi;
using Pulumi.Random;

namespace ExchangeOnAws;

/// <summary>Highly available Exchange Server on AWS: settings, plan, checks, components, outputs.</summary>
public sealed class ExchangeStack : Stack
{
    /// <summary>The stack that the Pulumi engine deploys, from its configuration.</summary>
    public ExchangeStack()
        : this(PlanFromEngine())
    {
    }

    /// <summary>
    /// The stack of a plan; <paramref name="options"/> lets the offline plan watch registrations.
    /// </summary>
    public ExchangeStack(DeploymentPlan plan, StackOptions? options = null)
        : base(options)
    {
        var environment = AwsEnvironment.Current(plan.Region);
        var tags = ResourceTags.For(plan);
        var protection = plan.Settings.Protection;
        var logGroupPrefix = LogGroupPrefix(plan, CreateSuffix());

        var encryption = new EncryptionKey("encryption", new EncryptionKeyArgs
        {
            Environment = environment,
            Tags = tags,
            LogGroupPrefix = logGroupPrefix,
            DeletionWindowDays = protection.KeyDeletionWindowDays,
            DeletionProtection = protection.DeletionProtection,
        });
        var network = new Network("network", new NetworkArgs
        {
            Plan = plan.Network,
            Ports = plan.Ports,
            Environment = environment,
            Tags = tags,
            LogGroupPrefix = logGroupPrefix,
            EncryptionKeyArn = encryption.Arn,
            DeletionProtection = protection.DeletionProtection,
        });
        CreateNameResolution(plan, network, tags);

        Region = Output.Create(plan.Region);
        VpcId = network.VpcId;
        PrivateSubnetIds = network.PrivateSubnetIds;
        PublicSubnetIds = network.PublicSubnetIds;
        NatAddresses = network.NatAddresses;
        SecurityGroupIds = network.SecurityGroups.IdsByTier;
        EncryptionKeyArn = encryption.Arn;
    }

    [Output]
    public Output<string> Region { get; private set; }

    [Output]
    public Output<string> VpcId { get; private set; }

    /// <summary>One per zone, in the order of network.zones.</summary>
    [Output]
    public Output<ImmutableArray<string>> PrivateSubnetIds { get; private set; }

    /// <summary>One per zone, in the order of network.zones.</summary>
    [Output]
    public Output<ImmutableArray<string>> PublicSubnetIds { get; private set; }

    /// <summary>
    /// Public addresses that the servers appear with on the internet; for other people's allow lists.
    /// </summary>
    [Output]
    public Output<ImmutableArray<string>> NatAddresses { get; private set; }

    /// <summary>Security groups by tier.</summary>
    [Output]
    public Output<ImmutableDictionary<string, string>> SecurityGroupIds { get; private set; }

    [Output]
    public Output<string> EncryptionKeyArn { get; private set; }

    private static DeploymentPlan PlanFromEngine()
    {
        var configuration = EngineConfiguration.Read(Deployment.Instance.StackName);
        var (plan, findings) = Planned.From(configuration);
        foreach (var finding in findings.Where(finding => finding.Severity == Severity.Warning))
        {
            Log.Warn(finding.Message);
        }

        string[] errors = [.. findings
            .Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Message)];
        return errors.Length == 0
            ? plan
            : throw new RunException("Nothing was deployed; the configuration of stack "
                + $"{configuration.StackName} has "
                + $"{(errors.Length == 1 ? "one error" : $"{errors.Length} errors")}:\n"
                + $"{string.Join('\n', errors)}");
    }

    // Part of names that a policy must know before the thing exists; two stacks of one account never share
    // it.
    private static RandomId CreateSuffix() => new("unique-suffix", new RandomIdArgs { ByteLength = 4 });

    private static Output<string> LogGroupPrefix(DeploymentPlan plan, RandomId suffix) =>
        Output.Format($"/{StackConfiguration.ProjectName}/{plan.StackName}-{suffix.Hex}/");

    // The VPC's owner decides what an existing VPC resolves names with.
    private static void CreateNameResolution(DeploymentPlan plan, Network network, ResourceTags tags)
    {
        if (plan.Network.ExistingVpcId is null)
        {
            _ = new NameResolution("name-resolution", new NameResolutionArgs
            {
                Plan = plan.Directory,
                VpcId = network.VpcId,
                Tags = tags,
            });
        }
    }
}
