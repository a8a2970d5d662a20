using System.Collections.Immutable;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using Pulumi;
using Ebs = Pulumi.Aws.Ebs;
using Ec2 = Pulumi.Aws.Ec2;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="Server"/> needs.</summary>
public sealed class ServerArgs : ResourceArgs
{
    public required HostPlan Plan { get; init; }

    public required IReadOnlyList<VolumePlan> Volumes { get; init; }

    public required int RootVolumeGiB { get; init; }

    public required Input<string> ImageId { get; init; }

    public required Input<string> SubnetId { get; init; }

    public required InputList<string> SecurityGroupIds { get; init; }

    public required Input<string> InstanceProfile { get; init; }

    public required Input<string> EncryptionKeyArn { get; init; }

    /// <summary>What Windows runs at its first start; null for nothing.</summary>
    public required string? UserData { get; init; }

    public required ResourceTags Tags { get; init; }

    /// <summary>The tags of the server itself.</summary>
    public required InputMap<string> InstanceTags { get; init; }

    public required bool DeletionProtection { get; init; }

    /// <summary>What must be there before the server starts.</summary>
    public required IReadOnlyList<Resource> Ready { get; init; }
}

/// <summary>A Windows server with its data volumes, as every server of the deployment is made.</summary>
public sealed class Server : ComponentResource
{
    private readonly string _host;

    public Server(string name, ServerArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:Server", name, args, options)
    {
        _host = args.Plan.Name;
        var instance = CreateInstance(name, args);
        InstanceId = instance.Id;
        VolumeIds = args.Volumes.ToImmutableDictionary(
            volume => volume.Name,
            volume => Attach(name, volume, instance, CreateVolume(name, args, volume)));
        RegisterOutputs();
    }

    [Output]
    public Output<string> InstanceId { get; private set; }

    /// <summary>Ids of the data volumes by what they hold, known once they are attached.</summary>
    public ImmutableDictionary<string, Output<string>> VolumeIds { get; }

    private Ec2.Instance CreateInstance(string name, ServerArgs args) =>
        new($"{name}-instance", new Ec2.InstanceArgs
        {
            Ami = args.ImageId,
            InstanceType = args.Plan.InstanceType,
            SubnetId = args.SubnetId,
            PrivateIp = args.Plan.PrivateIp!.ToString(),
            VpcSecurityGroupIds = args.SecurityGroupIds,
            IamInstanceProfile = args.InstanceProfile,
            EbsOptimized = true,
            UserData = args.UserData is { } userData ? userData : (Input<string>?)null,
            DisableApiTermination = args.DeletionProtection,
            MetadataOptions = new Ec2.Inputs.InstanceMetadataOptionsArgs
            {
                HttpEndpoint = "enabled",
                HttpTokens = "required",
                HttpPutResponseHopLimit = 1,
            },
            RootBlockDevice = new Ec2.Inputs.InstanceRootBlockDeviceArgs
            {
                VolumeType = "gp3",
                VolumeSize = args.RootVolumeGiB,
                Encrypted = true,
                KmsKeyId = args.EncryptionKeyArn,
                Tags = args.Tags.Named($"{_host}-system"),
            },
            Tags = args.InstanceTags,
        }, new CustomResourceOptions
        {
            Parent = this,
            Protect = args.DeletionProtection,

            // A new image every month must not make a new server; a server is updated in place.
            IgnoreChanges = { "ami", "userData" },

            // Two servers cannot have its address at one time.
            DeleteBeforeReplace = true,
            DependsOn = args.Ready.ToArray(),
        });

    private Ebs.Volume CreateVolume(string name, ServerArgs args, VolumePlan plan) =>
        new($"{name}-volume-{plan.Name}", new Ebs.VolumeArgs
        {
            AvailabilityZone = args.Plan.Zone,
            Type = SettingValue.Write(plan.Settings.Type),
            Size = plan.Settings.SizeGiB,
            Iops = plan.Settings.Iops is { } iops ? iops : (Input<int>?)null,
            Throughput = plan.Settings.ThroughputMiBps is { } throughput ? throughput : (Input<int>?)null,
            Encrypted = true,
            KmsKeyId = args.EncryptionKeyArn,
            Tags = args.Tags.Named($"{_host}-{plan.Name}"),
        }, new CustomResourceOptions
        {
            Parent = this,
            Protect = args.DeletionProtection,
            RetainOnDelete = args.DeletionProtection,
        });

    // The attachment's output and not the volume's: who has it can use the volume.
    private Output<string> Attach(string name, VolumePlan plan, Ec2.Instance instance, Ebs.Volume volume) =>
        new Ec2.VolumeAttachment($"{name}-attachment-{plan.Name}", new Ec2.VolumeAttachmentArgs
        {
            DeviceName = plan.DeviceName,
            InstanceId = instance.Id,
            VolumeId = volume.Id,

            // Detached while Windows writes to it, a volume loses what was in flight.
            StopInstanceBeforeDetaching = true,
        }, new CustomResourceOptions { Parent = this }).VolumeId;
}
