using ExchangeOnAws.Planning;
using Pulumi;
using Ssm = Pulumi.Aws.Ssm;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="TopologyParameters"/> needs.</summary>
public sealed class TopologyParametersArgs : ResourceArgs
{
    public required DeploymentPlan Plan { get; init; }

    /// <summary>The path under which the parameters lie, with a slash at both ends.</summary>
    public required Input<string> Path { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>
/// What is where, in Parameter Store under one path, for people and programs that come later.
/// </summary>
public sealed class TopologyParameters : ComponentResource
{
    public TopologyParameters(
        string name, TopologyParametersArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:TopologyParameters", name, args, options)
    {
        foreach (var (key, value) in Values(args.Plan))
        {
            CreateParameter(name, args, key, value);
        }

        RegisterOutputs();
    }

    private void CreateParameter(string name, TopologyParametersArgs args, string key, string value) =>
        _ = new Ssm.Parameter($"{name}-{key.Replace('/', '-')}", new Ssm.ParameterArgs
        {
            Name = Output.Format($"{args.Path}{key}"),
            Type = "String",

            // Nothing here is secret; the secure form would hide it from the preview that people review.
            InsecureValue = value,
            Tags = args.Tags.Named(key),
        }, new CustomResourceOptions { Parent = this });

    private static IEnumerable<(string Key, string Value)> Values(DeploymentPlan plan)
    {
        yield return ("directory/domain-name", plan.Directory.DomainName);
        yield return ("directory/dns-servers", string.Join(',', plan.Directory.DnsServers));
        yield return ("directory/site", plan.Directory.SiteName);
        yield return ("cluster/dag", plan.Cluster.DagName);
        yield return (
            "cluster/members", string.Join(',', plan.Cluster.Members.Select(member => member.Name)));
        if (plan.Cluster.Witness is { } witness)
        {
            yield return ("cluster/witness", witness.Name);
        }

        foreach (var host in plan.Hosts.Where(host => host.PrivateIp is not null))
        {
            yield return ($"hosts/{host.Name}", $"{host.PrivateIp}");
        }
    }
}
