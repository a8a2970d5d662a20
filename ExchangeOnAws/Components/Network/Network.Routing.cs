using ExchangeOnAws.Planning;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace ExchangeOnAws.Components;

/// <content>Ways in and out: internet gateway, NAT gateways, routes, the S3 endpoint.</content>
public sealed partial class Network
{
    private void CreateRouting(
        string name, NetworkArgs args, Ec2.Vpc vpc,
        Dictionary<SubnetPlan, Ec2.Subnet> subnets)
    {
        var internet = CreateInternetGateway(name, vpc);
        InternetGateway = internet;
        var publicTable = CreateRouteTable(name, "public", vpc);
        CreateInternetRoute(name, "public", publicTable, gateway: internet.Id, nat: null);
        foreach (var subnet in args.Plan.PublicSubnets)
        {
            Associate(name, subnet, subnets, publicTable);
        }

        var nats = args.Plan.NatZones.ToDictionary(
            zone => zone,
            zone => CreateNatGateway(
                name, zone, subnets[args.Plan.Subnet(SubnetTier.Public, zone)!], internet));
        NatAddresses = Output.All(args.Plan.NatZones.Select(zone => nats[zone].PublicIp));

        var tables = new List<Ec2.RouteTable> { publicTable };
        foreach (var subnet in args.Plan.PrivateSubnets)
        {
            var table = CreateRouteTable(name, NameOf(subnet), vpc);
            CreateInternetRoute(
                name, NameOf(subnet), table,
                gateway: null, nat: nats[args.Plan.NatZoneByZone[subnet.Zone]].Id);
            Associate(name, subnet, subnets, table);
            tables.Add(table);
        }

        CreateS3Endpoint(name, args, vpc, tables);
    }

    private Ec2.InternetGateway CreateInternetGateway(string name, Ec2.Vpc vpc) =>
        new($"{name}-internet-gateway", new Ec2.InternetGatewayArgs
        {
            VpcId = vpc.Id,
            Tags = _tags.Named("internet-gateway"),
        }, new CustomResourceOptions { Parent = this });

    private Ec2.RouteTable CreateRouteTable(string name, string role, Ec2.Vpc vpc) =>
        new($"{name}-routes-{role}", new Ec2.RouteTableArgs
        {
            VpcId = vpc.Id,
            Tags = _tags.Named($"routes-{role}"),
        }, new CustomResourceOptions { Parent = this });

    private void CreateInternetRoute(
        string name, string role, Ec2.RouteTable table, Input<string>? gateway, Input<string>? nat) =>
        _ = new Ec2.Route($"{name}-route-internet-{role}", new Ec2.RouteArgs
        {
            RouteTableId = table.Id,
            DestinationCidrBlock = "0.0.0.0/0",
            GatewayId = gateway,
            NatGatewayId = nat,
        }, new CustomResourceOptions { Parent = this });

    private void Associate(
        string name, SubnetPlan plan, Dictionary<SubnetPlan, Ec2.Subnet> subnets,
        Ec2.RouteTable table) =>
        _ = new Ec2.RouteTableAssociation($"{name}-routes-{NameOf(plan)}", new Ec2.RouteTableAssociationArgs
        {
            SubnetId = subnets[plan].Id,
            RouteTableId = table.Id,
        }, new CustomResourceOptions { Parent = this });

    private Ec2.NatGateway CreateNatGateway(
        string name, string zone, Ec2.Subnet subnet, Ec2.InternetGateway internet)
    {
        // An address and a NAT gateway can only be used once the VPC has its internet gateway.
        var address = new Ec2.Eip($"{name}-nat-address-{zone}", new Ec2.EipArgs
        {
            Domain = "vpc",
            Tags = _tags.Named($"nat-{zone}"),
        }, new CustomResourceOptions { Parent = this, DependsOn = { internet } });
        return new Ec2.NatGateway($"{name}-nat-{zone}", new Ec2.NatGatewayArgs
        {
            AllocationId = address.AllocationId,
            SubnetId = subnet.Id,
            Tags = _tags.Named($"nat-{zone}"),
        }, new CustomResourceOptions { Parent = this, DependsOn = AfterReservations(internet) });
    }

    private void CreateS3Endpoint(
        string name, NetworkArgs args, Ec2.Vpc vpc, IEnumerable<Ec2.RouteTable> tables) =>
        _ = new Ec2.VpcEndpoint($"{name}-endpoint-s3", new Ec2.VpcEndpointArgs
        {
            VpcId = vpc.Id,
            ServiceName = $"com.amazonaws.{args.Environment.Region}.s3",
            VpcEndpointType = "Gateway",
            RouteTableIds = tables.Select(table => table.Id).ToArray(),
            Tags = _tags.Named("endpoint-s3"),
        }, new CustomResourceOptions { Parent = this });

    // What AWS gives an address by itself waits until the hosts' addresses are reserved.
    private InputList<Resource> AfterReservations(params Resource[] others)
    {
        InputList<Resource> dependencies = others;
        dependencies.AddRange(_reservations.ToArray());
        return dependencies;
    }
}
