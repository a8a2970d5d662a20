using System.Collections.Immutable;
using ExchangeOnAws.Checks;
using ExchangeOnAws.Components;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Lookups;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace ExchangeOnAws;

/// <summary>Highly available Exchange Server on AWS: settings, plan, checks, components, outputs.</summary>
public sealed partial class ExchangeStack : Stack
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
        var edge = CreateEdge(plan, surroundings);
        var servers = DeployedServers.Of(directory, cluster, edge);
        var balancing = CreateLoadBalancing(plan, surroundings, cluster);
        var steps = CreateSteps(plan, surroundings, servers, gateway, cluster, balancing);
        CreateNameResolution(plan, network, foundation.Tags, steps);
        var ready = steps.After(plan.DeliveredBy!);
        var alarms = CreateAlarmTopic(plan, surroundings);
        CreateCertificateExpiry(plan, surroundings, cluster, steps, alarms);
        CreateCertificateRenewal(plan, surroundings, cluster, steps);
        CreateMonitoring(plan, surroundings, servers, balancing, alarms, steps, ready);
        var operations = CreateOperations(plan, surroundings);
        CreatePatching(plan, surroundings, servers, gateway, operations, ready);
        CreateMailRecords(plan, network, edge, steps);

        Region = Output.Create(plan.Region);
        VpcId = network.VpcId;
        PrivateSubnetIds = network.PrivateSubnetIds;
        PublicSubnetIds = network.PublicSubnetIds;
        NatAddresses = network.NatAddresses;
        SecurityGroupIds = network.SecurityGroups.IdsByTier;
        EncryptionKeyArn = foundation.Encryption.Arn;
        StorageBucket = foundation.Storage.BucketName;
        SecretArns = Joined(foundation.Secrets.Arns);
        InstanceIds = Joined(servers.ReachableIds);
        GatewayAddresses = gateway?.Addresses ?? Output.Create(ImmutableArray<string>.Empty);
        HowToConnect = Output.Create(Connecting.Describe(plan));
        AvailabilityGroup = Output.Create(plan.Cluster.DagName);
        Databases = Output.Create(plan.Cluster.Databases.ToImmutableDictionary(
            database => database.Name,
            database => string.Join(',', database.Copies.Select(copy => copy.Member))));
        Verification = cluster.ClusterResult.After(steps.After(plan.VerifiedBy!));
        ClientAccessVerification = cluster.ClientAccessResult.After(steps.After(plan.ReachableBy!));
        MailFlowVerification = cluster.MailFlowResult.After(steps.After(plan.DeliveredBy!));
        EdgeAddresses = Joined((edge?.Addresses ?? ImmutableDictionary<string, Ec2.Eip>.Empty)
            .ToImmutableDictionary(address => address.Key, address => address.Value.PublicIp));
        Namespace = Output.Create(plan.ClientAccess.Namespace);
        NetworkLoadBalancer = balancing.NetworkLoadBalancerName;
        ApplicationLoadBalancer = balancing.ApplicationLoadBalancerName ?? Output.Create("");
        BackupVault = CreateBackup(
            plan, surroundings, servers, [directory?.Role, cluster.MemberRole, edge?.Role], alarms, steps,
            ready);
        OperationDocuments = Joined(operations.Names);
        RecoveryDocuments = Joined(CreateRecovery(plan, surroundings, servers.ReachableIds));
    }

    private static DeploymentPlan PlanFromEngine()
    {
        var configuration = EngineConfiguration.Read(Deployment.Instance.StackName);
        var (plan, findings) = Planned.From(configuration);
        if (findings.All(finding => finding.Severity != Severity.Error))
        {
            // Waited for: what AWS says must be known before the first resource is registered.
            findings = Finding.InOrder([.. findings, .. AwsFindings.Of(plan).GetAwaiter().GetResult()]);
        }

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

    private static EdgeTransport? CreateEdge(DeploymentPlan plan, ServerSurroundings surroundings) =>
        plan.Edge.Servers.Count == 0 ? null : new EdgeTransport("edge", new EdgeTransportArgs
        {
            Plan = plan.Edge,
            Surroundings = surroundings,
        });

    private static void CreateMailRecords(
        DeploymentPlan plan, Network network, EdgeTransport? edge, StepAssociations steps)
    {
        if (!plan.MailFlow.Published.Any() && !plan.Edge.HasReverseNames)
        {
            return;
        }

        _ = new MailRecords("mail", new MailRecordsArgs
        {
            Plan = plan.MailFlow,
            Edge = plan.Edge,
            EdgeAddresses = edge?.Addresses ?? ImmutableDictionary<string, Ec2.Eip>.Empty,
            NatAddresses = network.NatAddresses,
            Proof = steps.After(plan.DeliveredBy!),
        });
    }

    private static void CreateCertificateExpiry(
        DeploymentPlan plan, ServerSurroundings surroundings, MailboxCluster cluster, StepAssociations steps,
        AlarmTopic alarms) =>
        _ = new CertificateExpiry("certificate-expiry", new CertificateExpiryArgs
        {
            MetricStack = surroundings.MetricStack,
            Members = plan.ClientAccess.Members,
            Servers = cluster.Servers,
            Ready = member => steps.After(ClientAccessSteps.Named(member)),
            WarningDays = plan.ClientAccess.CertificateWarningDays,
            IsFetched = plan.ClientAccess.CertificateArn is not null,
            AlarmTopicArn = alarms.Arn,
            LogBucket = surroundings.Storage.BucketName,
            Tags = surroundings.Tags,
        });

    private static void CreateCertificateRenewal(
        DeploymentPlan plan, ServerSurroundings surroundings, MailboxCluster cluster, StepAssociations steps)
    {
        if (plan.ClientAccess.CertificateArn is not { } certificate)
        {
            return;
        }

        _ = new CertificateRenewal("certificate-renewal", new CertificateRenewalArgs
        {
            CertificateArn = certificate,
            Members = plan.ClientAccess.Members,
            Servers = cluster.Servers,
            Ready = steps.After(plan.ReachableBy!),
            LogBucket = surroundings.Storage.BucketName,
            Tags = surroundings.Tags,
        });
    }

    private static ImmutableDictionary<string, Output<string>> CreateRecovery(
        DeploymentPlan plan, ServerSurroundings surroundings,
        ImmutableDictionary<string, Output<string>> instanceIds) =>
        new RecoveryDocuments("recovery", new RecoveryDocumentsArgs
        {
            Recoveries = plan.Recoveries,
            Cluster = plan.Cluster,
            WitnessServer = plan.Cluster.Witness is { } witness ? plan.Directory.FullNameOf(witness) : "",
            InstanceIds = instanceIds,
            LogBucket = surroundings.Storage.BucketName,
            Tags = surroundings.Tags,
        }).Names;

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
