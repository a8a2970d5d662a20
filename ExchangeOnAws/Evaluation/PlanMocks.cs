using System.Collections.Concurrent;
using System.Collections.Immutable;
using ExchangeOnAws.Values;
using Pulumi.Testing;

namespace ExchangeOnAws.Evaluation;

/// <summary>
/// Stands in for AWS when a plan is made offline: what only AWS knows appears as a reference such as
/// <c>${network-vpc.id}</c>, so that the plan says where a value comes from and never changes by itself.
/// </summary>
internal sealed class PlanMocks(string region) : IMocks
{
    // Outputs that other resources take as inputs and that are not inputs of the resource itself.
    private static readonly string[] s_computed =
        [
            "allocationId", "arn", "arnSuffix", "certificateArn", "dnsName", "fqdn", "hex", "keyId", "name",
            "publicIp", "volumeId", "zoneId",
        ];

    // The only output in use that is a number in one type and a text in another.
    private const string LatestVersion = "latestVersion";

    private readonly ConcurrentDictionary<(string Type, string Name), ImmutableDictionary<string, object>>
        _inputs = [];

    /// <summary>The inputs a resource was registered with.</summary>
    public ImmutableDictionary<string, object> InputsOf(string type, string name) =>
        _inputs.GetValueOrDefault((type, name), ImmutableDictionary<string, object>.Empty);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var name = args.Name!;
        if (!_inputs.TryAdd((args.Type!, name), args.Inputs))
        {
            throw new InvalidOperationException($"Two resources of type {args.Type} are named {name}.");
        }

        var state = args.Inputs;
        foreach (var output in s_computed.Where(output => !state.ContainsKey(output)))
        {
            state = state.Add(output, Reference(name, output));
        }

        if (args.Type == "aws:acm/certificate:Certificate")
        {
            state = state.SetItem("domainValidationOptions", ProofsOf(name, state));
        }

        state = state.SetItem(
            LatestVersion,
            args.Type == "aws:ec2/launchTemplate:LaunchTemplate" ? 1 : Reference(name, LatestVersion));
        return Task.FromResult<(string?, object)>((Reference(name, "id"), state));
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "aws:index/getPartition:getPartition" => Result("partition", AwsPartition.Of(region).Name),
        "aws:ssm/getParameter:getParameter" => Result("insecureValue", $"${{ssm:{args.Args["name"]}}}"),
        "aws:index/getCallerIdentity:getCallerIdentity" => Result("accountId", "${aws:accountId}"),
        _ => throw new InvalidOperationException(
            $"The offline plan has no answer for the call {args.Token}."),
    });

    // What ACM asks for in DNS, one record per name on the certificate.
    private static ImmutableArray<object> ProofsOf(
        string certificate, ImmutableDictionary<string, object> inputs) =>
    [
        .. new[] { inputs["domainName"] }
            .Concat((ImmutableArray<object>)inputs["subjectAlternativeNames"])
            .Select(domain => ImmutableDictionary<string, object>.Empty
                .Add("domainName", domain)
                .Add("resourceRecordName", Reference(certificate, $"proof-name-{domain}"))
                .Add("resourceRecordType", "CNAME")
                .Add("resourceRecordValue", Reference(certificate, $"proof-{domain}"))),
    ];

    private static string Reference(string name, string output) => $"${{{name}.{output}}}";

    private static Dictionary<string, object> Result(string name, string value) => new() { [name] = value };
}
