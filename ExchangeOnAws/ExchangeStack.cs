using System.Collections.Immutable;
using ExchangeOnAws.Bootstrap;
using ExchangeOnAws.Checks;
using ExchangeOnAws.Components;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using Pulumi;


namespace ExchangeOnAws;

/// <summary>Highly available Exchange Server on AWS: settings, plan, checks, components, outputs.</summary>
public sealed class ExchangeStack : Stack
{
    /// <summary>The stack that the Pulumi engine deploys, from its configuration.</summary>
    public ExchangeStack()
        : this(PlanFromEngine())
    {
    }

    /// <summary>The stack of a plan.</summary>
    /// <param name="plan">What is deployed.</param>
    /// <param name="options">Lets the offline plan watch registrations.</param>
    public ExchangeStack(DeploymentPlan plan, StackOptions? options = null)
        : base(options)
    {
        var foundation = new Foundation(plan);
        var network = foundation.CreateNetwork();
        var surroundings = foundation.CreateSurroundings(network);
        var directory = CreateDirectory(plan, surroundings);
        var gateway = CreateGateway(plan, surroundings);
        var steps = CreateSteps(plan, surroundings, directory, gateway);
        CreateNameResolution(plan, network, foundation.Tags, steps);

        Region = Output.Create(plan.Region);
        VpcId = network.VpcId;
        PrivateSubnetIds = network.PrivateSubnetIds;
        PublicSubnetIds = network.PublicSubnetIds;
        NatAddresses = network.NatAddresses;
        SecurityGroupIds = network.SecurityGroups.IdsByTier;
        EncryptionKeyArn = foundation.Encryption.Arn;
        StorageBucket = foundation.Storage.BucketName;
        SecretArns = Joined(foundation.Secrets.Arns);
        InstanceIds = Joined(directory?.Servers.ToImmutableDictionary(
            server => server.Key, server => server.Value.InstanceId));
        GatewayAddresses = gateway?.Addresses ?? Output.Create(ImmutableArray<string>.Empty);
        HowToConnect = Output.Create(Connecting.Describe(plan));
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

    /// <summary>Public addresses that the servers appear with; for other people's allow lists.</summary>
    [Output]
    public Output<ImmutableArray<string>> NatAddresses { get; private set; }

    /// <summary>Security groups by tier.</summary>
    [Output]
    public Output<ImmutableDictionary<string, string>> SecurityGroupIds { get; private set; }

    [Output]
    public Output<string> EncryptionKeyArn { get; private set; }

    /// <summary>The bucket with the logs of steps.</summary>
    [Output]
    public Output<string> StorageBucket { get; private set; }

    /// <summary>ARNs of the generated secrets, by account.</summary>
    [Output]
    public Output<ImmutableDictionary<string, string>> SecretArns { get; private set; }

    /// <summary>Instances by host name.</summary>
    [Output]
    public Output<ImmutableDictionary<string, string>> InstanceIds { get; private set; }

    /// <summary>Public addresses of RD Gateway; none when there is no gateway.</summary>
    [Output]
    public Output<ImmutableArray<string>> GatewayAddresses { get; private set; }

    /// <summary>The way in for an administrator, in words.</summary>
    [Output]
    public Output<string> HowToConnect { get; private set; }

    private static DeploymentPlan PlanFromEngine()
    {
        var configuration = EngineConfiguration.Read(Deployment.Instance.StackName);
        var (plan, findings) = Planned.From(configuration);
        foreach (var finding in findings.Where(finding => finding.Severity == Severity.Warning))
        {
            Log.Warn(finding.Message);
        }

        string[] errors =
        [
            .. findings.Where(finding => finding.Severity == Severity.Error)
                .Select(finding => finding.Message),
        ];
        var count = errors.Length == 1 ? "one error" : $"{errors.Length} errors";
        return errors.Length == 0
            ? plan
            : throw new RunException("Nothing was deployed; the configuration of stack "
                + $"{configuration.StackName} has {count}:\n{string.Join('\n', errors)}");
    }

    private static ActiveDirectory? CreateDirectory(DeploymentPlan plan, ServerSurroundings surroundings) =>
        plan.Directory.IsExisting ? null : new ActiveDirectory("directory", new ActiveDirectoryArgs
        {
            Plan = plan.Directory,
            Volumes = plan.Volumes,
            Surroundings = surroundings,
        });

    private static Gateway? CreateGateway(DeploymentPlan plan, ServerSurroundings surroundings) =>
        plan.Gateway.Hosts == 0 ? null : new Gateway("gateway", new GatewayArgs
        {
            Plan = plan.Gateway,
            Surroundings = surroundings,
        });

    private static StepAssociations CreateSteps(
        DeploymentPlan plan, ServerSurroundings surroundings, ActiveDirectory? directory, Gateway? gateway)
    {
        var servers = new Dictionary<string, StepServer>();
        var deployed = surroundings.Deployed.ToDictionary();
        foreach (var (host, server) in directory?.Servers ?? ImmutableDictionary<string, Server>.Empty)
        {
            servers.Add(host, new StepServer(host, "InstanceIds", server.InstanceId, 1, server));
            foreach (var (volume, id) in server.VolumeIds)
            {
                deployed.Add(StepArgument.VolumeName(host, volume), id);
            }
        }

        if (gateway is not null)
        {
            servers.Add(GatewaySteps.Target, new StepServer(
                GatewaySteps.Target, "tag:aws:autoscaling:groupName", gateway.AutoScalingGroup.Name,
                plan.Gateway.Hosts, gateway));
            deployed.Add(GatewaySteps.AutoScalingGroup, gateway.AutoScalingGroup.Name);
            deployed.Add(
                GatewaySteps.AllocationIds, gateway.AllocationIds.Apply(ids => string.Join(',', ids)));
        }

        return new StepAssociations("steps", new StepAssociationsArgs
        {
            Steps = plan.Steps,
            Servers = servers,
            Deployed = deployed,
            LogBucket = surroundings.Storage.BucketName,
            Tags = surroundings.Tags,
        });
    }

    // Once the domain controllers answer: a VPC that asks them earlier has no names at all. The owner of an
    // existing VPC decides what it resolves names with.
    private static void CreateNameResolution(
        DeploymentPlan plan, Network network, ResourceTags tags, StepAssociations steps)
    {
        if (plan.Network.ExistingVpcId is not null)
        {
            return;
        }

        _ = new NameResolution("name-resolution", new NameResolutionArgs
        {
            Plan = plan.Directory,
            VpcId = network.VpcId,
            Tags = tags,
            Ready = [.. plan.DirectoryReady.Select(steps.After)],
        });
    }

    private static Output<ImmutableDictionary<string, string>> Joined(
        ImmutableDictionary<string, Output<string>>? outputs)
    {
        var ordered = (outputs ?? []).OrderBy(output => output.Key, StringComparer.Ordinal).ToArray();
        return Output.All(ordered.Select(output => output.Value)).Apply(values => ordered
            .Zip(values)
            .ToImmutableDictionary(pair => pair.First.Key, pair => pair.Second));
    }
}
