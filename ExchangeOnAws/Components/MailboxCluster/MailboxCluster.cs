using System.Collections.Immutable;
using ExchangeOnAws.Planning;
using Pulumi;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="MailboxCluster"/> needs.</summary>
public sealed class MailboxClusterArgs : ResourceArgs
{
    public required MailboxPlan Plan { get; init; }

    public required ClusterPlan Cluster { get; init; }

    public required IReadOnlyList<VolumePlan> Volumes { get; init; }

    public required ServerSurroundings Surroundings { get; init; }

    /// <summary>The path of the deployment's parameters, with a slash at both ends.</summary>
    public required Input<string> ParameterPath { get; init; }
}

/// <summary>
/// The servers of the availability group: its members with their volumes, and the witness where there is one.
/// </summary>
public sealed class MailboxCluster : ComponentResource
{
    /// <summary>The CloudWatch namespace, which members may write to and to no other.</summary>
    public const string MetricNamespace = "ExchangeOnAws";

    public MailboxCluster(string name, MailboxClusterArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:MailboxCluster", name, args, options)
    {
        ClusterResult = CreateResult($"{name}-verification", "cluster", args);
        ClientAccessResult = CreateResult($"{name}-client-access", "client-access", args);
        MailFlowResult = CreateResult($"{name}-mail-flow", "mail-flow", args);
        var image = MachineImage.IdOf(args.Plan.Image);
        Servers = Members(name, args, image)
            .Concat(Witness(name, args, image))
            .ToImmutableDictionary();
        RegisterOutputs();
    }

    /// <summary>Members and witness by host name.</summary>
    public ImmutableDictionary<string, Server> Servers { get; }

    /// <summary>What the verification of the cluster found.</summary>
    public VerificationResult ClusterResult { get; }

    /// <summary>What the verification of client access found.</summary>
    public VerificationResult ClientAccessResult { get; }

    /// <summary>What the verification of mail flow found.</summary>
    public VerificationResult MailFlowResult { get; }

    private VerificationResult CreateResult(string name, string subject, MailboxClusterArgs args) =>
        new(name, subject, args.ParameterPath, args.Surroundings.Tags, this);

    private IEnumerable<KeyValuePair<string, Server>> Members(
        string name, MailboxClusterArgs args, Output<string> image)
    {
        var role = args.Surroundings.CreateRole(this, name, HostRole.Mailbox, [.. Statements(args)]);
        foreach (var host in args.Cluster.Members)
        {
            yield return KeyValuePair.Create(host.Name, args.Surroundings.CreateServer(this, name, host,
                new ServerShape(
                    image, args.Plan.RootVolumeGiB,
                    [.. args.Volumes.Where(volume => volume.Host == host.Name)], role)));
        }
    }

    private IEnumerable<KeyValuePair<string, Server>> Witness(
        string name, MailboxClusterArgs args, Output<string> image)
    {
        if (args.Cluster.Witness is { } host)
        {
            var role = args.Surroundings.CreateRole(this, $"{name}-witness", HostRole.Witness, []);
            yield return KeyValuePair.Create(host.Name, args.Surroundings.CreateServer(this, name, host,
                new ServerShape(image, MailboxPlan.WitnessRootVolumeGiB, [], role)));
        }
    }

    private IEnumerable<PolicyStatement> Statements(MailboxClusterArgs args)
    {
        yield return new PolicyStatement
        {
            Sid = "WriteVerification",
            Action = ["ssm:GetParameter", "ssm:PutParameter"],
            Resource =
            [
                ClusterResult.ParameterArn, ClientAccessResult.ParameterArn, MailFlowResult.ParameterArn,
            ],
        };
        yield return new PolicyStatement
        {
            // The action takes no resource; the condition keeps it to the deployment's own metrics.
            Sid = "PublishMetrics",
            Action = ["cloudwatch:PutMetricData"],
            Resource = ["*"],
            Condition = new()
            {
                ["StringEquals"] = new() { ["cloudwatch:namespace"] = MetricNamespace },
            },
        };
        foreach (var statement in args.Surroundings.WriteSubscriptions("EmptySubscriptions")
            .Concat(args.Surroundings.ReadGivenMedia()))
        {
            yield return statement;
        }
    }
}
