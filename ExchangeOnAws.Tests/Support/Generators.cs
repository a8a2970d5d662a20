using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using ExchangeOnAws.Settings;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace ExchangeOnAws.Tests.Support;

/// <summary>Random settings: valid ones for planning, and anything at all for the reader.</summary>
internal static class Generators
{
    // A fixed seed: a run that fails today fails tomorrow. Gamma must be odd.
    private static readonly Replay s_seed = new(new Rnd(20261122UL, 3UL), FSharpOption<int>.None);

    private static readonly string[] s_networks =
        ["10.0.0.0/16", "10.0.0.0/30", "10.0.0.7/32", "0.0.0.0/0", "255.255.255.255/32",
            "10.0.0.1/16", "fd00::/8"];

    private static readonly string[] s_words =
    [
        "", " ", "0", "-1", "3", "99999999999", "3.5", "true", "eu-west-1a", "corp.example.com", "10.0.0.10",
        "10.1",
        "secure", "network", "zones", "[", "{", "null", "ü", "a b", "::1", "\u0000", "mail.example.com/",
    ];

    private static readonly Gen<string> s_text = Gen.Frequency(
        (4, Gen.Elements(s_words)),
        (1, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")));

    /// <summary>Settings that any check would let through, over all topologies.</summary>
    public static Gen<StackSettings> ValidSettings { get; } =
        from zones in Gen.Elements("abc", "bca", "fdb").SelectMany(letters => Gen.Elements(2, 3)
            .Select(count => letters[..count].Select(letter => $"eu-west-1{letter}").ToArray()))
        from cidr in PrivateVpc()
        from nat in Gen.Elements(NatGateways.OnePerZone, NatGateways.Single)
        from mailbox in Mailbox(zones.Length)
        from gatewayHosts in Gen.Choose(0, 4)
        from edgeServers in Gen.Choose(0, 6)
        from balancer in Gen.Elements(null, new ApplicationLoadBalancerSettings())
        from existing in Gen.Elements(null, ExistingDirectory())
        select new StackSettings
        {
            Network = new() { Zones = zones, Cidr = cidr, NatGateways = nat },
            Directory = new() { DomainName = "corp.example.com", Existing = existing },
            Gateway = new() { Hosts = gatewayHosts, AllowedCidrs = [IPNetwork.Parse("203.0.113.0/24")] },
            Mailbox = mailbox,
            ClientAccess = new() { Namespace = "mail.example.com", ApplicationLoadBalancer = balancer },
            Edge = new() { Servers = edgeServers },
        };

    /// <summary>Configurations with known and unknown keys and values of every kind, mostly wrong.</summary>
    public static Gen<StackConfiguration> AnyConfiguration { get; } =
        from areas in Record(typeof(StackSettings), depth: 3)
        from region in s_text
        from hidden in Gen.SubListOf(areas.Select(area => area.Key))
        select new StackConfiguration(
            "random",
            areas.ToDictionary(area => FullKey(area.Key), area => area.Value)
                .Append(KeyValuePair.Create("aws:region", (JsonNode?)JsonValue.Create(region)))
                .DistinctBy(entry => entry.Key)
                .ToDictionary(),
            hidden.Select(FullKey).ToHashSet());

    /// <summary>Fails with the first value that breaks the property, and with what is broken.</summary>
    public static void Check<T>(Gen<T> values, int cases, Func<T, IEnumerable<string>> violations)
    {
        var property = Prop.ForAll(Arb.From(values), value =>
        {
            var found = violations(value).Take(5).ToArray();
            return (found.Length == 0).Label(string.Join("; ", found));
        });
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(cases).WithQuietOnSuccess(true)
                .WithReplay(FSharpOption<Replay>.Some(s_seed)),
            property);
    }

    private static string FullKey(string area) => $"{StackConfiguration.ProjectName}:{area}";

    // 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16 cut into blocks of /16 to /24.
    private static Gen<IPNetwork> PrivateVpc() =>
        from prefix in Gen.Choose(16, 24)
        from start in Gen.Elements("10.{0}.0.0", "172.{1}.0.0", "192.168.0.0")
        from second in Gen.Choose(0, 255)
        from third in Gen.Choose(0, 255)
        select IPNetwork.Parse(string.Create(CultureInfo.InvariantCulture,
            $"{Start(start, second, third & (0xFF00 >> (prefix - 16)))}/{prefix}"));

    private static string Start(string pattern, int second, int third) =>
        string.Format(CultureInfo.InvariantCulture, pattern, second, 16 + (second % 16))[..^".0.0".Length]
            + $".{third}.0";

    private static Gen<MailboxSettings> Mailbox(int zones) =>
        from witness in Gen.Elements(Witness.FileShare, Witness.FullNode)
        from nodesPerZone in Gen.Choose(1, 8)
        from databases in Gen.Choose(1, 100)
        let members = witness == Witness.FileShare ? 2 * nodesPerZone
            : zones == 2 ? (2 * nodesPerZone) + 1 : 3 * nodesPerZone
        from copies in Gen.Choose(0, members)
        select new MailboxSettings
        {
            Witness = witness,
            NodesPerZone = nodesPerZone,
            Databases = databases,
            Copies = copies == 0 ? null : copies,
        };

    private static ExistingDirectorySettings ExistingDirectory() => new()
    {
        DomainControllerAddresses = [IPAddress.Parse("10.200.0.10"), IPAddress.Parse("10.200.1.10")],
        JoinSecretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:join-AbCdEf",
        SetupSecretArn = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:setup-AbCdEf",
    };

    private static Gen<JsonObject> Record(Type record, int depth) =>
        from settings in Gen.SubListOf(SettingProperty.Of(record).AsEnumerable())
        from values in Gen.CollectToList(settings, setting => Value(setting, depth))
        from unknownKeys in Gen.ListOf(s_text, 1)
        from unknown in Gen.Choose(0, 3)
        select Object(settings.Select(setting => setting.Key).Zip(values)
            .Concat(unknownKeys.Take(unknown == 0 ? 1 : 0)
                .Select(key => (key, (JsonNode?)JsonValue.Create(1)))));

    private static Gen<JsonNode?> Value(SettingProperty setting, int depth) => Gen.Frequency(
        (3, setting.IsRecord && depth > 0
            ? Record(setting.Type, depth - 1).Select(node => (JsonNode?)node)
            : setting.IsList ? List(Fitting(setting)) : Fitting(setting)),
        (1, Anything(depth)));

    private static Gen<JsonNode?> Fitting(SettingProperty setting)
    {
        var type = setting.ElementType;
        return type == typeof(int) ? Nodes(Gen.Choose(-5, 70000).Or(Gen.Choose(1, 16)))
            : type == typeof(bool) ? Nodes(Gen.Elements(true, false))
            : type.IsEnum ? Nodes(Gen.Elements(SettingProperty.Words(type).Select(pair => pair.Word)))
            : type == typeof(IPNetwork) ? Nodes(Gen.Elements(s_networks))
            : type == typeof(IPAddress) ? Nodes(Gen.Elements("10.0.0.10", "0.0.0.0", "255.255.255.255"))
            : setting.Attribute.Example is { } example
                ? Nodes(Gen.Elements(example.Trim('[', ']').Split(", ")))
                : Nodes(s_text);
    }

    private static Gen<JsonNode?> Anything(int depth)
    {
        var scalar = Gen.OneOf(
            Nodes(s_text),
            Nodes(Gen.Choose(int.MinValue, int.MaxValue)),
            Nodes(Gen.Elements(true, false)),
            Gen.Constant((JsonNode?)null));
        return depth == 0
            ? scalar
            : Gen.OneOf(
                scalar,
                List(Anything(depth - 1)),
                s_text.SelectMany(key =>
                    Anything(depth - 1).Select(value => (JsonNode?)Object([(key, value)]))));
    }

    private static Gen<JsonNode?> List(Gen<JsonNode?> item) => Gen.Choose(0, 4)
        .SelectMany(count => Gen.ListOf(item, count))
        .Select(items => (JsonNode?)new JsonArray([.. items]));

    private static Gen<JsonNode?> Nodes<T>(Gen<T> values) =>
        values.Select(value => (JsonNode?)JsonValue.Create(value));

    private static JsonObject Object(IEnumerable<(string Key, JsonNode? Value)> entries) =>
        new(entries.DistinctBy(entry => entry.Key)
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
}
