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
        var cluster = CreateCluster(plan, surroundings, foundation.ParameterPath);
        var servers = (directory?.Servers ?? ImmutableDictionary<string, Server>.Empty)
            .AddRange(cluster.Servers);
        var balancing = CreateLoadBalancing(plan, surroundings, cluster);
        var steps = CreateSteps(plan, surroundings, servers, gateway, cluster, balancing);
        CreateNameResolution(plan, network, foundation.Tags, steps);
        CreateCertificateExpiry(plan, surroundings, cluster, steps);
        var instanceIds = servers.ToImmutableDictionary(
            server => server.Key, server => server.Value.InstanceId);

        Region = Output.Create(plan.Region);
        VpcId = network.VpcId;
        PrivateSubnetIds = network.PrivateSubnetIds;
        PublicSubnetIds = network.PublicSubnetIds;
        NatAddresses = network.NatAddresses;
        SecurityGroupIds = network.SecurityGroups.IdsByTier;
        EncryptionKeyArn = foundation.Encryption.Arn;
        StorageBucket = foundation.Storage.BucketName;
        SecretArns = Joined(foundation.Secrets.Arns);
        InstanceIds = Joined(instanceIds);
        GatewayAddresses = gateway?.Addresses ?? Output.Create(ImmutableArray<string>.Empty);
        HowToConnect = Output.Create(Connecting.Describe(plan));
        AvailabilityGroup = Output.Create(plan.Cluster.DagName);
        Databases = Output.Create(plan.Cluster.Databases.ToImmutableDictionary(
            database => database.Name,
            database => string.Join(',', database.Copies.Select(copy => copy.Member))));
        Verification = cluster.ClusterResult.After(steps.After(plan.VerifiedBy!));
        ClientAccessVerification = cluster.ClientAccessResult.After(steps.After(plan.ReachableBy!));
        Namespace = Output.Create(plan.ClientAccess.Namespace);
        NetworkLoadBalancer = balancing.NetworkLoadBalancerName;
        ApplicationLoadBalancer = balancing.ApplicationLoadBalancerName ?? Output.Create("");
        RecoveryDocuments = Joined(CreateRecovery(plan, surroundings, instanceIds));
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

    /// <summary>The database availability group's name.</summary>
    [Output]
    public Output<string> AvailabilityGroup { get; private set; }

    /// <summary>The members that hold a database's copies, the first preference first, by database.</summary>
    [Output]
    public Output<ImmutableDictionary<string, string>> Databases { get; private set; }

    /// <summary>What the last step found: JSON with the result, when, and faults if any.</summary>
    [Output]
    public Output<string> Verification { get; private set; }

    /// <summary>What the last step found out about client access, in the same form.</summary>
    [Output]
    public Output<string> ClientAccessVerification { get; private set; }

    /// <summary>The name that clients use.</summary>
    [Output]
    public Output<string> Namespace { get; private set; }

    /// <summary>The network load balancer's DNS name, where the namespace has to lead.</summary>
    [Output]
    public Output<string> NetworkLoadBalancer { get; private set; }

    /// <summary>The application load balancer's DNS name; empty when there is none.</summary>
    [Output]
    public Output<string> ApplicationLoadBalancer { get; private set; }

    /// <summary>
    /// The Automation documents for failures that need a person, by what is lost; the plan says which.
    /// </summary>
    [Output]
    public Output<ImmutableDictionary<string, string>> RecoveryDocuments { get; private set; }

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

    private static MailboxCluster CreateCluster(
        DeploymentPlan plan, ServerSurroundings surroundings, Input<string> parameterPath) =>
        new("mailbox", new MailboxClusterArgs
        {
            Plan = plan.Mailbox,
            Cluster = plan.Cluster,
            Volumes = plan.Volumes,
            Surroundings = surroundings,
            ParameterPath = parameterPath,
        });

    private static LoadBalancing CreateLoadBalancing(
        DeploymentPlan plan, ServerSurroundings surroundings, MailboxCluster cluster) =>
        new("clients", new LoadBalancingArgs
        {
            Plan = plan.ClientAccess,
            Network = surroundings.Network,
            NatZones = [.. plan.Network.NatZones],
            Servers = cluster.Servers,
            Environment = surroundings.Environment,
            Tags = surroundings.Tags,
            DeletionProtection = plan.Settings.Protection.DeletionProtection,
            LogRetentionDays = plan.Settings.Monitoring.LogRetentionDays,
        });

    private static StepAssociations CreateSteps(
        DeploymentPlan plan, ServerSurroundings surroundings, ImmutableDictionary<string, Server> servers,
        Gateway? gateway, MailboxCluster cluster, LoadBalancing balancing)
    {
        var targets = servers.ToDictionary(
            server => server.Key,
            server => new StepServer(server.Key, "InstanceIds", server.Value.InstanceId, 1, server.Value));
        var deployed = surroundings.Deployed.ToDictionary();
        deployed.Add(ClusterSteps.ResultParameter, cluster.ClusterResult.ParameterName);
        deployed.Add(ClientAccessSteps.ResultParameter, cluster.ClientAccessResult.ParameterName);
        deployed.Add(ClientAccessSteps.NetworkLoadBalancer, balancing.NetworkLoadBalancerName);
        if (balancing.ApplicationLoadBalancerName is { } name)
        {
            deployed.Add(ClientAccessSteps.ApplicationLoadBalancer, name);
        }

        deployed.Add(MediaPlan.OwnAddress, surroundings.Storage.MediaAddress(plan.Mailbox.Media.FileName));
        foreach (var (host, server) in servers)
        {
            foreach (var (volume, id) in server.VolumeIds)
            {
                deployed.Add(StepArgument.VolumeName(host, volume), id);
            }
        }

        if (gateway is not null)
        {
            targets.Add(GatewaySteps.Target, new StepServer(
                GatewaySteps.Target, "tag:aws:autoscaling:groupName", gateway.AutoScalingGroup.Name,
                plan.Gateway.Hosts, gateway));
            deployed.Add(GatewaySteps.AutoScalingGroup, gateway.AutoScalingGroup.Name);
            deployed.Add(
                GatewaySteps.AllocationIds, gateway.AllocationIds.Apply(ids => string.Join(',', ids)));
        }

        return new StepAssociations("steps", new StepAssociationsArgs
        {
            Steps = plan.Steps,
            Servers = targets,
            Deployed = deployed,
            LogBucket = surroundings.Storage.BucketName,
            Tags = surroundings.Tags,
        });
    }

    private static void CreateCertificateExpiry(
        DeploymentPlan plan, ServerSurroundings surroundings, MailboxCluster cluster, StepAssociations steps)
    {
        var alarms = new AlarmTopic("alarms", new AlarmTopicArgs
        {
            Emails = plan.Settings.Monitoring.AlarmEmails,
            EncryptionKeyArn = surroundings.EncryptionKeyArn,
            Tags = surroundings.Tags,
        });
        _ = new CertificateExpiry("certificate-expiry", new CertificateExpiryArgs
        {
            StackName = plan.StackName,
            Members = plan.ClientAccess.Members,
            Servers = cluster.Servers,
            Ready = member => steps.After(ClientAccessSteps.Named(member)),

            // A month to order another one. One that ACM requested is renewed up to two months before its
            // end, and from then on members have to hold the new one.
            WarningDays = plan.ClientAccess.IsCertificateRequested ? 60 : 30,
            AlarmTopicArn = alarms.Arn,
            LogBucket = surroundings.Storage.BucketName,
            Tags = surroundings.Tags,
        });
    }

    private static ImmutableDictionary<string, Output<string>> CreateRecovery(
        DeploymentPlan plan, ServerSurroundings surroundings,
        ImmutableDictionary<string, Output<string>> instanceIds) =>
        plan.Recoveries.Any(recovery => recovery.HasDocument)
            ? new RecoveryDocuments("recovery", new RecoveryDocumentsArgs
            {
                Recoveries = plan.Recoveries,
                DagName = plan.Cluster.DagName,
                InstanceIds = instanceIds,
                LogBucket = surroundings.Storage.BucketName,
                Tags = surroundings.Tags,
            }).Names
            : [];

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
        ImmutableDictionary<string, Output<string>> outputs)
    {
        var ordered = outputs.OrderBy(output => output.Key, StringComparer.Ordinal).ToArray();
        return Output.All(ordered.Select(output => output.Value)).Apply(values => ordered
            .Zip(values)
            .ToImmutableDictionary(pair => pair.First.Key, pair => pair.Second));
    }
}
