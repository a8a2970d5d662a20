using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;
using Pulumi;

namespace ExchangeOnAws.Components;

/// <summary>What differs between one kind of server and another.</summary>
/// <param name="ImageId">The image it starts from.</param>
/// <param name="RootVolumeGiB">Its system volume.</param>
/// <param name="Volumes">Its data volumes.</param>
/// <param name="Role">Its role in AWS.</param>
/// <param name="UserData">What Windows runs at its first start; null for nothing.</param>
public sealed record ServerShape(
    Output<string> ImageId, int RootVolumeGiB, IReadOnlyList<VolumePlan> Volumes, ServerRole Role,
    string? UserData = null);

/// <summary>What all servers of a deployment share, so that a tier says only what is its own.</summary>
public sealed record ServerSurroundings
{
    public required DeploymentPlan Plan { get; init; }

    public required AwsEnvironment Environment { get; init; }

    public required Network Network { get; init; }

    public required Storage Storage { get; init; }

    /// <summary>The path of the deployment's parameters, with a slash at both ends.</summary>
    public required Input<string> ParameterPath { get; init; }

    /// <summary>What makes names unique in the account.</summary>
    public required Output<string> Suffix { get; init; }

    /// <summary>
    /// The dimension Stack of the deployment's metrics. A stack's name alone would not do: a second project
    /// or a stack of that name in another backend may publish in the same account and region.
    /// </summary>
    public Output<string> MetricStack => Output.Format($"{Plan.StackName}-{Suffix}");

    /// <summary>What only the deployment knows, by the name that step arguments have for it.</summary>
    public required IReadOnlyDictionary<string, Input<string>> Deployed { get; init; }

    public required Input<string> EncryptionKeyArn { get; init; }

    public required ResourceTags Tags { get; init; }

    private bool IsProtected => Plan.Settings.Protection.DeletionProtection;

    /// <summary>The role of a tier: it may do what its steps and its agents do, and nothing else.</summary>
    public ServerRole CreateRole(
        Resource parent, string component, HostRole role, IReadOnlyList<PolicyStatement> statements) =>
        new($"{component}-server", new ServerRoleArgs
        {
            Tier = component,
            Secrets = [.. SecretsOf(role)],
            TakesOwnMedia = ArgumentsOf(role).Any(argument => argument.Deployed == MediaPlan.OwnAddress),
            HasCloudWatchAgent = role.HasCloudWatchAgent(),
            Environment = Environment,
            BucketArn = Storage.BucketArn,
            ParameterPath = ParameterPath,
            EncryptionKeyArn = EncryptionKeyArn,
            Statements = statements,
            Tags = Tags,
        }, new ComponentResourceOptions { Parent = parent });

    /// <summary>A server of the plan in its subnet and security group.</summary>
    public Server CreateServer(Resource parent, string component, HostPlan host, ServerShape shape) =>
        new($"{component}-{host.Name.ToLowerInvariant()}", new ServerArgs
        {
            Plan = host,
            Volumes = shape.Volumes,
            RootVolumeGiB = shape.RootVolumeGiB,
            ImageId = shape.ImageId,
            SubnetId = Network.SubnetIds[Plan.Network.Subnet(host.Role.SubnetTier(), host.Zone)!],
            SecurityGroupIds = SecurityGroupsOf(host.Role),
            InstanceProfile = shape.Role.InstanceProfile.Name,
            EncryptionKeyArn = EncryptionKeyArn,
            Tags = Tags,
            UserData = shape.UserData,
            InstanceTags = TagsOf(host.Name),
            DeletionProtection = IsProtected,

            // A server that starts without rights, names or a way out loses its first minutes to retries.
            Ready = [Network, shape.Role],
        }, new ComponentResourceOptions { Parent = parent });

    /// <summary>
    /// The tags of a server, with the one by which Patch Manager finds its baseline where updates are
    /// installed.
    /// </summary>
    public InputMap<string> TagsOf(string name) => Plan.Patching.Windows.Count == 0
        ? Tags.Named(name)
        : Tags.Named(name, (PatchingPlan.GroupTag, Tags.NameOf(AwsNames.PatchGroup, Suffix)));

    /// <summary>
    /// A role's security groups: its tier's, and for members of an existing domain the one that its domain
    /// controllers admit.
    /// </summary>
    public InputList<string> SecurityGroupsOf(HostRole role)
    {
        var own = Network.SecurityGroups.Ids[role.PortTier()];
        return role.JoinsDomain() && Plan.Settings.Directory.Existing?.MemberSecurityGroupId is { } admitted
            ? [own, admitted]
            : [own];
    }

    /// <summary>
    /// The right to export the members' certificate from ACM, where the stack file names one.
    /// </summary>
    public IEnumerable<PolicyStatement> ExportCertificate() =>
        Plan.ClientAccess.CertificateArn is not { } certificate
            ? []
            :
            [
                new PolicyStatement
                {
                    Sid = "ExportCertificate",
                    Action = ["acm:ExportCertificate"],
                    Resource = [certificate],
                },
            ];

    /// <summary>The right to read an image in somebody's bucket, where the stack file names one.</summary>
    public IEnumerable<PolicyStatement> ReadGivenMedia()
    {
        if (Plan.Mailbox.Media.S3Object is not { } image)
        {
            yield break;
        }

        yield return new PolicyStatement
        {
            Sid = "ReadGivenMedia",
            Action = ["s3:GetObject"],
            Resource = [Output.Format($"arn:{Environment.Partition}:s3:::{image}")],
        };

        // Somebody's bucket may have a key of its own: usable through S3, and for that bucket only.
        yield return new PolicyStatement
        {
            Sid = "DecryptGivenMedia",
            Action = ["kms:Decrypt"],
            Resource = [Environment.Arn("kms", "key/*")],
            Condition = new()
            {
                ["StringEquals"] = new()
                {
                    ["kms:ViaService"] = Environment.ViaService("s3"),
                },
                ["ArnLike"] = new()
                {
                    ["kms:EncryptionContext:aws:s3:arn"] =
                        Output.Format($"arn:{Environment.Partition}:s3:::{image.Split('/')[0]}*"),
                },
            },
        };
    }

    private IEnumerable<SecretRight> SecretsOf(HostRole role) => ArgumentsOf(role)
        .Where(argument => argument.IsSecretArn || argument.IsFilled)
        .GroupBy(argument => argument.ToString())
        .OrderBy(secret => secret.Key, StringComparer.Ordinal)
        .Select(secret => new SecretRight(
            secret.First().Text is { } arn ? arn : Deployed[secret.First().Deployed!],
            secret.Any(argument => argument.IsSecretArn),
            secret.Any(argument => argument.IsFilled)));

    private IEnumerable<StepArgument> ArgumentsOf(HostRole role) => Plan.Steps.Schedule
        .Select(step => step.Step)
        .Where(step => step.Target.Role == role)
        .SelectMany(step => step.Arguments.Values);
}
