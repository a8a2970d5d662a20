using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pulumi.Testing;

namespace ExchangeOnAws.Tests.Support;

/// <summary>
/// Refuses a question as AWS does: an unknown filter, filters that exclude each other, too many values, a
/// malformed id.
/// </summary>
/// <remarks>
/// Source: the API models of Systems Manager, EC2 and Route 53 (botocore 1.43) and what their documentation
/// says of each member. EC2's filters are those of its API reference that the program uses.
/// </remarks>
internal static partial class AwsQueryRules
{
    // API reference, DescribeInstanceInformation, InstanceInformationStringFilter.
    private static readonly string[] s_managedNodeFilters =
    [
        "ActivationIds", "AgentVersion", "AssociationStatus", "IamRole", "InstanceIds", "PingStatus",
        "PlatformType", "ResourceType", "SourceIds", "SourceTypes",
    ];

    // API reference, DescribeInstances and DescribeNetworkInterfaces.
    private static readonly string[] s_ec2Filters = ["vpc-id", "addresses.private-ip-address"];

    private static readonly string[] s_states =
        ["pending", "running", "shutting-down", "terminated", "stopping", "stopped"];

    private static readonly Dictionary<string, Action<MockCallArgs>> s_rules = new()
    {
        ["aws:index/getPartition:getPartition"] = _ => { },
        ["aws:index/getCallerIdentity:getCallerIdentity"] = _ => { },
        ["aws:ssm/getParameter:getParameter"] = args => Require(
            ParameterName().IsMatch(Text(args, "name")),
            "ValidationException: Parameter name: can't be prefixed with other characters"),
        ["aws:ssm/getInstances:getInstances"] = CheckManagedNodes,
        ["aws:ec2/getInstances:getInstances"] = args =>
        {
            CheckFilters(args);
            var wrong = Texts(args, "instanceStateNames").Except(s_states).ToArray();
            Require(wrong.Length == 0, $"InvalidParameterValue: {string.Join(", ", wrong)} is not a state");
        },
        ["aws:ec2/getNetworkInterfaces:getNetworkInterfaces"] = CheckFilters,
        ["aws:ec2/getVpc:getVpc"] = args => CheckId("vpc", Text(args, "id")),
        ["aws:ec2/getSubnet:getSubnet"] = args => CheckId("subnet", Text(args, "id")),
        ["aws:ec2/getRouteTables:getRouteTables"] = args => CheckId("vpc", Text(args, "vpcId")),
        ["aws:ec2/getRouteTable:getRouteTable"] = args => CheckId("rtb", Text(args, "routeTableId")),
        ["aws:ec2/getVpcEndpoint:getVpcEndpoint"] = args =>
        {
            CheckId("vpc", Text(args, "vpcId"));
            Require(
                ServiceName().IsMatch(Text(args, "serviceName")),
                $"InvalidServiceName: {Text(args, "serviceName")}");
        },
        ["aws:route53/getZone:getZone"] = args => Require(
            ZoneId().IsMatch(Text(args, "zoneId")), $"InvalidInput: {Text(args, "zoneId")}"),
    };

    /// <summary>The functions that the program may call.</summary>
    public static IEnumerable<string> Tokens => s_rules.Keys;

    /// <exception cref="InvalidOperationException">AWS would refuse the question.</exception>
    public static void Check(MockCallArgs args)
    {
        if (!s_rules.TryGetValue(args.Token!, out var rule))
        {
            throw new InvalidOperationException($"Add what AWS refuses of {args.Token} to AwsQueryRules.");
        }

        rule(args);
    }

    /// <summary>The values of one filter; none when it is not set.</summary>
    public static IEnumerable<string> ValuesOf(MockCallArgs args, string filter) =>
        Filters(args).Where(each => each.Name == filter).SelectMany(each => each.Values);

    private static void CheckManagedNodes(MockCallArgs args)
    {
        var filters = Filters(args).ToArray();
        foreach (var (name, values) in filters)
        {
            Require(
                s_managedNodeFilters.Contains(name) || name.StartsWith("tag:", StringComparison.Ordinal)
                    || name == "tag-key",
                $"InvalidFilterKey: {name}");
            Require(values.Length is >= 1 and <= 100, $"InvalidFilterValue: {values.Length} of {name}");
        }

        Require(
            filters.Length < 2
                || !filters.Any(filter => filter.Name.StartsWith("tag", StringComparison.Ordinal)),
            "ValidationException: Cannot mix tag or inventory filter with any other filter");
        foreach (var id in ValuesOf(args, "InstanceIds"))
        {
            CheckId("i", id);
        }

        Require(
            ValuesOf(args, "PingStatus").All(status => status is "Online" or "ConnectionLost" or "Inactive"),
            "InvalidFilterValue: PingStatus");
    }

    // No more than 200 values in one request (EC2 user guide, "Filtering considerations").
    private static void CheckFilters(MockCallArgs args)
    {
        foreach (var (name, values) in Filters(args))
        {
            Require(
                s_ec2Filters.Contains(name) || name.StartsWith("tag:", StringComparison.Ordinal),
                $"InvalidParameterValue: The filter '{name}' is invalid");
            Require(values.Length is >= 1 and <= 200, $"FilterLimitExceeded: {name}");
        }

        foreach (var vpc in ValuesOf(args, "vpc-id"))
        {
            CheckId("vpc", vpc);
        }
    }

    private static void CheckId(string kind, string id) => Require(
        Regex.IsMatch(id, $"^{kind}-([0-9a-f]{{8}}|[0-9a-f]{{17}})$"), $"Invalid id: \"{id}\" (malformed)");

    private static void Require(bool holds, string refusal)
    {
        if (!holds)
        {
            throw new InvalidOperationException(refusal);
        }
    }

    private static string Text(MockCallArgs args, string name) => (string)args.Args[name];

    private static IEnumerable<string> Texts(MockCallArgs args, string name) =>
        args.Args.TryGetValue(name, out var texts) ? ((ImmutableArray<object>)texts).Cast<string>() : [];

    private static IEnumerable<(string Name, string[] Values)> Filters(MockCallArgs args) =>
        args.Args.TryGetValue("filters", out var filters)
            ? ((ImmutableArray<object>)filters).Cast<ImmutableDictionary<string, object>>().Select(filter => (
                (string)filter["name"], ((ImmutableArray<object>)filter["values"]).Cast<string>().ToArray()))
            : [];

    [GeneratedRegex("^[a-zA-Z0-9_./-]{1,2048}$")]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"^(cn\.)?com\.amazonaws\.[a-z0-9-]+\.[a-z0-9.-]+$")]
    private static partial Regex ServiceName();

    [GeneratedRegex("^(/hostedzone/)?[A-Z0-9]{1,32}$")]
    private static partial Regex ZoneId();
}
