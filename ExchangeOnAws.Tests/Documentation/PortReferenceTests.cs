using System.Globalization;
using System.Text;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Documentation;

/// <summary>docs/ports.md is written from the port table, over everything a deployment can have.</summary>
public sealed class PortReferenceTests
{
    private const string Introduction = """
        # Ports

        Who may open a connection to whom, written from the code by a test. Every row is a pair of security group rules,
        one on each side, with the purpose as their description; what has no row is closed. The plan of a stack shows the
        rows that it has, and the addresses behind `administrators`, `clients`, `smtp senders` and `existing domain`.

        *When* says what a row takes; an empty cell means always. Rows for an existing domain and for domain controllers
        exclude each other: `directory.existing` decides.

        A security group holds 60 rules a direction by default, one for each port and network. Rows that would not fit become
        wider: those to an existing domain one row for every port, those of clients to a load balancer one row from its first
        listener's port to its last. The plan says so, and what is still too many is a finding.

        """;

    private static readonly Part[] s_parts =
    [
        new("`gateway.hosts` above 0", "`gateway.hosts: 0`",
            settings => settings with { Gateway = settings.Gateway with { Hosts = 2 } }),
        new("`edge.servers` above 0", "`edge.servers: 0`",
            settings => settings with { Edge = settings.Edge with { Servers = 2 } }),
        new("`clientAccess.applicationLoadBalancer`", "no `clientAccess.applicationLoadBalancer`",
            settings => settings with
            {
                ClientAccess = settings.ClientAccess with { ApplicationLoadBalancer = new() },
            }),
        new("listed in `clientAccess.extraPorts`", "not in `clientAccess.extraPorts`",
            settings => settings with
            {
                ClientAccess = settings.ClientAccess with { ExtraPorts = [25, 587, 993, 995] },
            }),
        new("`mailbox.witness: fileShare`", "`mailbox.witness: fullNode`",
            settings => settings with { Mailbox = settings.Mailbox with { Witness = Witness.FileShare } }),
        new("`network.interfaceEndpoints: true`", "`network.interfaceEndpoints: false`",
            settings => settings with { Network = settings.Network with { InterfaceEndpoints = true } }),
        new("`directory.existing`", "no `directory.existing`",
            settings => settings with { Directory = settings.Directory with { Existing = new() } }),
        new("`mailFlow.smartHost`, and its `port`", "no `mailFlow.smartHost`",
            settings => settings with { MailFlow = settings.MailFlow with { SmartHost = new() } }),
    ];

    [Test]
    public void Reference_lists_exactly_the_rows_that_a_deployment_can_have() =>
        Approved.Matches("../../docs/ports.md", Reference());

    private static string Reference()
    {
        var text = new StringBuilder(Introduction);
        var variants = Variants().ToArray();
        foreach (var destination in variants.SelectMany(variant => variant.Rules).GroupBy(rule => rule.To)
            .OrderBy(destination => destination.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## To {Words(destination.Key)}\n\n")
                .Append("| from | ports | purpose | when |\n|---|---|---|---|\n");
            foreach (var rule in destination.Distinct().OrderBy(rule => rule.From)
                .ThenBy(rule => rule.FirstPort ?? 0).ThenBy(rule => rule.Protocol, StringComparer.Ordinal))
            {
                var ports = rule.Protocol == PortRule.All ? PortRule.All : $"{rule.Protocol} {rule.Ports}";
                text.Append(CultureInfo.InvariantCulture,
                    $"| {Words(rule.From)} | {ports} | {rule.Purpose} | {When(rule, variants)} |\n");
            }
        }

        return text.ToString();
    }

    // What is the same in every deployment that has the rule, is what the rule takes.
    private static string When(PortRule rule, Variant[] variants)
    {
        var having = variants.Where(variant => variant.Rules.Contains(rule)).ToArray();
        return string.Join(", ", s_parts.Index().SelectMany(part =>
            having.All(variant => variant.Has(part.Index)) ? [part.Item.With]
            : having.Any(variant => variant.Has(part.Index)) ? Array.Empty<string>()
            : [part.Item.Without]));
    }

    private static IEnumerable<Variant> Variants()
    {
        var nothing = Sample.Settings(3, Witness.FullNode);
        nothing = nothing with
        {
            Gateway = nothing.Gateway with { Hosts = 0 },
            Network = nothing.Network with { InterfaceEndpoints = false },
        };
        for (var parts = 0; parts < 1 << s_parts.Length; parts++)
        {
            var chosen = s_parts.Where((_, index) => (parts & (1 << index)) != 0);
            var settings = chosen.Aggregate(nothing, (all, part) => part.Add(all));
            var table = PortTable.From(settings, NetworkPlanner.Plan(settings.Network));
            yield return new Variant(parts, [.. table.Rules]);
        }
    }

    private static string Words(Tier tier) => tier.Word().Replace('-', ' ');

    private sealed record Part(string With, string Without, Func<StackSettings, StackSettings> Add);

    private sealed record Variant(int Parts, HashSet<PortRule> Rules)
    {
        public bool Has(int part) => (Parts & (1 << part)) != 0;
    }
}
