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
    public MailboxCluster(string name, MailboxClusterArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:MailboxCluster", name, args, options)
    {
        ClusterResult = CreateResult($"{name}-verification", "cluster", args);
        ClientAccessResult = CreateResult($"{name}-client-access", "client-access", args);
        MailFlowResult = CreateResult($"{name}-mail-flow", "mail-flow", args);
        var image = MachineImage.IdOf(args.Plan.Image);
        MemberRole = args.Surroundings.CreateRole(this, name, HostRole.Mailbox, [.. Statements(args)]);
        Servers = Members(name, args, image)
            .Concat(Witness(name, args, image))
            .ToImmutableDictionary();
        RegisterOutputs();
    }

    /// <summary>The role of the members.</summary>
    public ServerRole MemberRole { get; }

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
        foreach (var host in args.Cluster.Members)
        {
            yield return KeyValuePair.Create(host.Name, args.Surroundings.CreateServer(this, name, host,
                new ServerShape(
                    image, args.Plan.RootVolumeGiB,
                    [.. args.Volumes.Where(volume => volume.Host == host.Name)], MemberRole)));
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
        foreach (var statement in args.Surroundings.ReadGivenMedia()
            .Concat(args.Surroundings.ExportCertificate()))
        {
            yield return statement;
        }
    }
}
