using System.Collections.Immutable;
using ExchangeOnAws.Lookups;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Tests.Support;

/// <summary>A route table and the subnets that use it; the main one serves all others.</summary>
internal sealed record SimulatedRoutes(string Id, string? DefaultGateway, string? NatGateway, bool IsMain)
{
    public List<string> Subnets { get; init; } = [];
}

/// <summary>A VPC that is there already and answers lookups; by default as a plan says.</summary>
internal sealed class SimulatedVpc
{
    private const string Ec2 = "aws:ec2/";

    public string Id { get; init; } = "";

    public bool ResolvesNames { get; set; } = true;

    public bool NamesHosts { get; set; } = true;

    public List<ExistingSubnet> Subnets { get; init; } = [];

    public List<SimulatedRoutes> Routes { get; } =
    [
        new("rtb-0a1b2c3d", null, "nat-0a1b2c3d", IsMain: true),
        new("rtb-1a1b2c3d", "igw-0a1b2c3d", null, IsMain: false),
    ];

    /// <summary>Services with an interface endpoint.</summary>
    public List<string> Endpoints { get; } = [];

    /// <summary>The tags of the endpoints.</summary>
    public Dictionary<string, string> EndpointTags { get; } = [];

    /// <summary>Network interfaces by private address.</summary>
    public Dictionary<string, string> Interfaces { get; } = [];

    /// <summary>Private addresses of instances that have this stack's tags.</summary>
    public List<string> OwnAddresses { get; } = [];

    /// <summary>Names of hosted zones by id.</summary>
    public Dictionary<string, string> Zones { get; } = [];

    /// <summary>What EC2 says to everything but the VPC itself; null when it answers.</summary>
    public string? Refusal { get; set; }

    public static SimulatedVpc Of(DeploymentPlan plan)
    {
        var vpc = new SimulatedVpc
        {
            Id = plan.Network.ExistingVpcId ?? "",
            Subnets =
            [
                .. plan.Network.Subnets.Where(subnet => subnet.ExistingId is not null).Select(subnet =>
                    new ExistingSubnet(
                        subnet.ExistingId!, plan.Network.ExistingVpcId!, subnet.Zone, subnet.Cidr, 200,
                        WayOut.None)),
            ],
        };
        vpc.Routes[1].Subnets.AddRange(plan.Network.PublicSubnets
            .Select(subnet => subnet.ExistingId).OfType<string>());
        return vpc;
    }

    public static bool Knows(string token) => token.StartsWith($"{Ec2}get", StringComparison.Ordinal)
        || token == "aws:route53/getZone:getZone";

    public object Answer(string token, ImmutableDictionary<string, object> args) => token switch
    {
        $"{Ec2}getVpc:getVpc" => Vpc((string)args["id"]),
        _ when Refusal is { } refusal => throw new InvalidOperationException(refusal),
        $"{Ec2}getSubnet:getSubnet" => Subnet((string)args["id"]),
        $"{Ec2}getRouteTables:getRouteTables" => Map(("ids", Texts(Routes.Select(routes => routes.Id)))),
        $"{Ec2}getRouteTable:getRouteTable" => Table((string)args["routeTableId"]),
        $"{Ec2}getVpcEndpoint:getVpcEndpoint" => Endpoint((string)args["serviceName"]),
        $"{Ec2}getInstances:getInstances" => Map(("privateIps", Texts(OwnAddresses))),
        $"{Ec2}getNetworkInterfaces:getNetworkInterfaces" => Map(("ids", Texts(Interfaces
            .Where(each => Filter(args, "addresses.private-ip-address") == each.Key)
            .Select(each => each.Value)))),
        "aws:route53/getZone:getZone" => Zones.TryGetValue((string)args["zoneId"], out var name)
            ? Map(
                ("name", name.Split(':')[^1]),
                ("privateZone", name.StartsWith("private:", StringComparison.Ordinal)))
            : throw new InvalidOperationException("no matching Route 53 Hosted Zone found"),
        _ => throw new InvalidOperationException($"Add an answer for the call {token} to SimulatedVpc."),
    };

    private ImmutableDictionary<string, object> Vpc(string id) => id == Id
        ? Map(("enableDnsSupport", ResolvesNames), ("enableDnsHostnames", NamesHosts))
        : throw new InvalidOperationException($"no matching EC2 VPC found\n  for {id}.");

    private ImmutableDictionary<string, object> Subnet(string id) =>
        Subnets.FirstOrDefault(subnet => subnet.Id == id) is { } found
        ? Map(
            ("vpcId", found.VpcId), ("availabilityZone", found.Zone), ("cidrBlock", found.Cidr.ToString()),
            ("availableIpAddressCount", (double)found.FreeAddresses))
        : throw new InvalidOperationException("no matching EC2 Subnet found");

    private ImmutableDictionary<string, object> Table(string id)
    {
        var table = Routes.Single(routes => routes.Id == id);
        var associations = table.Subnets.Select(subnet => Map(("subnetId", subnet), ("main", false)));
        return Map(
            ("associations", ImmutableArray.CreateRange<object>(
                table.IsMain ? [.. associations, Map(("main", true))] : associations)),
            ("routes", ImmutableArray.CreateRange<object>(
            [
                Map(("cidrBlock", "10.20.0.0/16"), ("gatewayId", "local")),
                .. table.DefaultGateway is null && table.NatGateway is null
                    ? Array.Empty<object>()
                    :
                    [
                        Map(("cidrBlock", "0.0.0.0/0"), ("gatewayId", table.DefaultGateway ?? ""),
                            ("natGatewayId", table.NatGateway ?? "")),
                    ],
            ])));
    }

    private ImmutableDictionary<string, object> Endpoint(string service) =>
        Endpoints.Contains(service.Split('.')[^1])
        ? Map(
            ("serviceName", service),
            ("tags", EndpointTags.ToImmutableDictionary(tag => tag.Key, tag => (object)tag.Value)))
        : throw new InvalidOperationException("no matching EC2 VPC Endpoint found");

    private static string? Filter(ImmutableDictionary<string, object> args, string name) =>
        ((ImmutableArray<object>)args["filters"]).Cast<ImmutableDictionary<string, object>>()
        .Where(filter => (string)filter["name"] == name)
        .Select(filter => (string)((ImmutableArray<object>)filter["values"])[0])
        .SingleOrDefault();

    private static ImmutableArray<object> Texts(IEnumerable<string> texts) => [.. texts];

    private static ImmutableDictionary<string, object> Map(params (string Key, object Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
