using System.Collections.Immutable;
using ExchangeOnAws.Planning;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace ExchangeOnAws.Components;

/// <summary>The network: VPC, subnets, ways out, private endpoints, security groups, flow logs.</summary>
/// <remarks>
/// In an existing VPC only the endpoints that were asked for and the security groups are created.
/// </remarks>
public sealed partial class Network : ComponentResource
{
    private readonly ResourceTags _tags;

    public Network(string name, NetworkArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:Network", name, args, options)
    {
        _tags = args.Tags;
        if (args.Plan.ExistingVpcId is { } existing)
        {
            VpcId = Output.Create(existing);
            SubnetIds = args.Plan.Subnets.ToDictionary(
                subnet => subnet, subnet => Output.Create(subnet.ExistingId!));
        }
        else
        {
            var vpc = CreateVpc(name, args.Plan);
            VpcId = vpc.Id;
            CloseDefaultSecurityGroup(name, vpc);
            var subnets = args.Plan.Subnets.ToDictionary(
                subnet => subnet, subnet => CreateSubnet(name, vpc, subnet));
            SubnetIds = subnets.ToDictionary(subnet => subnet.Key, subnet => subnet.Value.Id);
            CreateReservations(name, args.Plan);
            CreateRouting(name, args, vpc, subnets);
            CreateFlowLogs(name, args);
        }

        SecurityGroups = new SecurityGroups($"{name}-security", new SecurityGroupsArgs
        {
            Ports = args.Ports,
            VpcId = VpcId,
            Tags = args.Tags,
        }, new ComponentResourceOptions { Parent = this });
        CreateInterfaceEndpoints(name, args);

        PrivateSubnetIds = IdsOf(args.Plan.PrivateSubnets);
        PublicSubnetIds = IdsOf(args.Plan.PublicSubnets);
        RegisterOutputs();
    }

    [Output]
    public Output<string> VpcId { get; private set; }

    /// <summary>One per zone, in the order of zones.</summary>
    [Output]
    public Output<ImmutableArray<string>> PrivateSubnetIds { get; private set; }

    /// <summary>
    /// One per zone, in the order of zones; none in an existing VPC without public subnets.
    /// </summary>
    [Output]
    public Output<ImmutableArray<string>> PublicSubnetIds { get; private set; }

    /// <summary>Public addresses from which the private subnets reach the internet.</summary>
    [Output]
    public Output<ImmutableArray<string>> NatAddresses { get; private set; } =
        Output.Create(ImmutableArray<string>.Empty);

    public SecurityGroups SecurityGroups { get; }

    /// <summary>
    /// What public addresses need before they can be used; null in an existing VPC, which has its own.
    /// </summary>
    public Ec2.InternetGateway? InternetGateway { get; private set; }

    /// <summary>The id of every subnet of the plan.</summary>
    public IReadOnlyDictionary<SubnetPlan, Output<string>> SubnetIds { get; }

    private static string NameOf(SubnetPlan subnet) =>
        $"{(subnet.Tier == SubnetTier.Private ? "private" : "public")}-{subnet.Zone}";

    private Output<ImmutableArray<string>> IdsOf(IEnumerable<SubnetPlan> subnets) =>
        Output.All(subnets.Select(subnet => SubnetIds[subnet]));

    private Ec2.Vpc CreateVpc(string name, NetworkPlan plan) => new($"{name}-vpc", new Ec2.VpcArgs
    {
        CidrBlock = plan.Cidr.ToString()!,
        EnableDnsSupport = true,

        // Private names of the interface endpoints need it, and it is off by default.
        EnableDnsHostnames = true,
        Tags = _tags.Named("vpc"),
    }, new CustomResourceOptions { Parent = this });

    // Adopted without rules, so that nothing works by being forgotten in it.
    private void CloseDefaultSecurityGroup(string name, Ec2.Vpc vpc) =>
        _ = new Ec2.DefaultSecurityGroup($"{name}-default-security-group", new Ec2.DefaultSecurityGroupArgs
        {
            VpcId = vpc.Id,
            Tags = _tags.Named("default-closed"),
        }, new CustomResourceOptions { Parent = this });

    private Ec2.Subnet CreateSubnet(string name, Ec2.Vpc vpc, SubnetPlan plan) =>
        new($"{name}-{NameOf(plan)}", new Ec2.SubnetArgs
        {
            VpcId = vpc.Id,
            CidrBlock = plan.Cidr.ToString(),
            AvailabilityZone = plan.Zone,

            // Public addresses are Elastic IPs, claimed by name; nothing gets one by being there.
            MapPublicIpOnLaunch = false,
            Tags = _tags.Named(NameOf(plan)),
        }, new CustomResourceOptions { Parent = this });

    private void CreateReservations(string name, NetworkPlan plan)
    {
        foreach (var subnet in plan.Subnets)
        {
            foreach (var block in subnet.Reserved)
            {
                _reservations.Add(new Ec2.SubnetCidrReservation(
                    $"{name}-hosts-{NameOf(subnet)}-{block.BaseAddress}",
                    new Ec2.SubnetCidrReservationArgs
                    {
                        SubnetId = SubnetIds[subnet],
                        CidrBlock = block.ToString(),
                        ReservationType = "explicit",
                        Description = "Addresses of servers, not to be handed out to anything else",
                    }, new CustomResourceOptions { Parent = this }));
            }
        }
    }

    private readonly List<Ec2.SubnetCidrReservation> _reservations = [];
}
