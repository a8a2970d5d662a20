using System.Collections.Immutable;
using ExchangeOnAws.Planning;
using Pulumi;
using AutoScaling = Pulumi.Aws.AutoScaling;
using Ec2 = Pulumi.Aws.Ec2;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="Gateway"/> needs.</summary>
public sealed class GatewayArgs : ResourceArgs
{
    public required GatewayPlan Plan { get; init; }

    public required ServerSurroundings Surroundings { get; init; }
}

/// <summary>
/// RD Gateway: an Auto Scaling group over the public subnets with an Elastic IP for every host.
/// </summary>
public sealed class Gateway : ComponentResource
{
    public Gateway(string name, GatewayArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:Gateway", name, args, options)
    {
        Ec2.Eip[] addresses = [.. args.Surroundings.Plan.HostsOf(HostRole.Gateway).Select(host =>
            CreateAddress(name, host, args.Surroundings))];
        AllocationIds = Output.All(addresses.Select(address => address.AllocationId));
        Addresses = Output.All(addresses.Select(address => address.PublicIp));
        var role = args.Surroundings.CreateRole(
            this, name, HostRole.Gateway, [.. Rights(args, addresses)]);
        AutoScalingGroup = CreateGroup(
            name, args, CreateTemplate(name, args, role), [.. addresses, role, args.Surroundings.Network]);
        RegisterOutputs();
    }

    /// <summary>The public addresses administrators connect to.</summary>
    [Output]
    public Output<ImmutableArray<string>> Addresses { get; private set; }

    public Output<ImmutableArray<string>> AllocationIds { get; }

    public AutoScaling.Group AutoScalingGroup { get; }

    private Ec2.Eip CreateAddress(string name, HostPlan host, ServerSurroundings surroundings) =>
        new($"{name}-address-{host.Name.ToLowerInvariant()}", new Ec2.EipArgs
        {
            Domain = "vpc",
            Tags = surroundings.Tags.Named($"gateway-{host.Name}"),
        }, new CustomResourceOptions
        {
            Parent = this,
            DependsOn = surroundings.Network.InternetGateway is { } internet ? internet : [],
        });

    private Ec2.LaunchTemplate CreateTemplate(string name, GatewayArgs args, ServerRole role) =>
        new($"{name}-template", new Ec2.LaunchTemplateArgs
        {
            ImageId = MachineImage.IdOf(args.Plan.Image),
            InstanceType = args.Plan.InstanceType,
            EbsOptimized = "true",
            UpdateDefaultVersion = true,
            IamInstanceProfile = new Ec2.Inputs.LaunchTemplateIamInstanceProfileArgs
            {
                Arn = role.InstanceProfile.Arn,
            },
            MetadataOptions = new Ec2.Inputs.LaunchTemplateMetadataOptionsArgs
            {
                HttpEndpoint = "enabled",
                HttpTokens = "required",
                HttpPutResponseHopLimit = 1,
            },
            NetworkInterfaces =
            {
                new Ec2.Inputs.LaunchTemplateNetworkInterfaceArgs
                {
                    // The way to the AWS API by which the host claims its Elastic IP,
                    // which then takes its place.
                    AssociatePublicIpAddress = "true",
                    DeleteOnTermination = "true",
                    SecurityGroups = args.Surroundings.SecurityGroupsOf(HostRole.Gateway),
                },
            },
            BlockDeviceMappings =
            {
                new Ec2.Inputs.LaunchTemplateBlockDeviceMappingArgs
                {
                    DeviceName = "/dev/sda1",
                    Ebs = new Ec2.Inputs.LaunchTemplateBlockDeviceMappingEbsArgs
                    {
                        VolumeType = "gp3",
                        VolumeSize = args.Plan.RootVolumeGiB,
                        Encrypted = "true",
                        KmsKeyId = args.Surroundings.EncryptionKeyArn,
                        DeleteOnTermination = "true",
                    },
                },
            },
            TagSpecifications =
            {
                TagsOf("instance", args.Surroundings.TagsOf("gateway")),
                TagsOf("volume", args.Surroundings.Tags.Named("gateway")),
            },
            Tags = args.Surroundings.Tags.Named("gateway"),
        }, new CustomResourceOptions
        {
            Parent = this,

            // A new image every month must not replace hosts that people are connected through.
            IgnoreChanges = { "imageId" },
        });

    // Default tags of a provider do not reach what a template launches.
    private static Ec2.Inputs.LaunchTemplateTagSpecificationArgs TagsOf(
        string resourceType, InputMap<string> tags) => new() { ResourceType = resourceType, Tags = tags };

    // On the way out the hosts go before their addresses, which they claimed by themselves, so that these can
    // be released.
    private AutoScaling.Group CreateGroup(
        string name, GatewayArgs args, Ec2.LaunchTemplate template, Resource[] ready) =>
        new($"{name}-group", new AutoScaling.GroupArgs
        {
            MinSize = args.Plan.Hosts,
            MaxSize = args.Plan.Hosts,
            DesiredCapacity = args.Plan.Hosts,
            VpcZoneIdentifiers = args.Surroundings.Network.PublicSubnetIds,
            HealthCheckType = "EC2",
            LaunchTemplate = new AutoScaling.Inputs.GroupLaunchTemplateArgs
            {
                Id = template.Id,
                Version = template.LatestVersion.Apply(version => $"{version}"),
            },
            InstanceRefresh = new AutoScaling.Inputs.GroupInstanceRefreshArgs
            {
                Strategy = "Rolling",
                Preferences = new AutoScaling.Inputs.GroupInstanceRefreshPreferencesArgs
                {
                    MinHealthyPercentage = args.Plan.MinHealthyPercentage,
                    InstanceWarmup = $"{GatewayPlan.WarmupSeconds}",
                },
            },
            Tags = args.Surroundings.Tags.GroupNamed("gateway"),
        }, new CustomResourceOptions { Parent = this, DependsOn = ready });

    private static IEnumerable<PolicyStatement> Rights(GatewayArgs args, IEnumerable<Ec2.Eip> addresses)
    {
        var environment = args.Surroundings.Environment;
        yield return new PolicyStatement
        {
            // None of these can be limited to a resource
            // (service authorization reference: EC2, Auto Scaling, 2026).
            Sid = "FindAddressAndGroup",
            Action =
            [
                "ec2:DescribeAddresses", "autoscaling:DescribeAutoScalingGroups",
            ],
            Resource = ["*"],
        };
        yield return new PolicyStatement
        {
            Sid = "ClaimAddress",
            Action = ["ec2:AssociateAddress"],
            Resource = [.. addresses.Select(address => (Input<string>)environment.Arn(
                "ec2", Output.Format($"elastic-ip/{address.AllocationId}")))],
        };

        // The instance and its interface are made by Auto Scaling, so their ids cannot be known;
        // tag and VPC can.
        yield return new PolicyStatement
        {
            Sid = "ClaimForGatewayHost",
            Action = ["ec2:AssociateAddress"],
            Resource = [environment.Arn("ec2", "instance/*")],
            Condition = new()
            {
                ["StringEquals"] = new()
                {
                    ["aws:ResourceTag/Name"] = $"{args.Surroundings.Tags.Prefix}-gateway",
                    ["aws:ResourceTag/Stack"] = args.Surroundings.Plan.StackName,
                },
            },
        };
        yield return new PolicyStatement
        {
            Sid = "ClaimForInterface",
            Action = ["ec2:AssociateAddress"],
            Resource = [environment.Arn("ec2", "network-interface/*")],
            Condition = new()
            {
                ["ArnEquals"] = new()
                {
                    ["ec2:Vpc"] = environment.Arn(
                        "ec2", Output.Format($"vpc/{args.Surroundings.Network.VpcId}")),
                },
            },
        };
    }
}
