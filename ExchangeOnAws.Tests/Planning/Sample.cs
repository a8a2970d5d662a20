using System.Globalization;
using System.Net;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Tests.Planning;

/// <summary>Small valid settings and hosts that planning tests start from.</summary>
internal static class Sample
{
    public static StackSettings Settings(
        int zones, Witness witness = Witness.FileShare, int nodesPerZone = 1,
        string cidr = "10.0.0.0/16") => new()
        {
            Network = new()
            {
                Zones = [.. "abc"[..zones].Select(letter => $"eu-west-1{letter}")],
                Cidr = IPNetwork.Parse(cidr),
            },
            Directory = new() { DomainName = "corp.example.com" },
            Gateway = new() { AllowedCidrs = [IPNetwork.Parse("203.0.113.0/24")] },
            Mailbox = new() { Witness = witness, NodesPerZone = nodesPerZone },
            ClientAccess = new() { Namespace = "mail.example.com" },
        };

    public static DeploymentPlan Plan(StackSettings settings) => DeploymentPlan.From("test", settings);

    /// <summary>Hosts written as "EXA1@a EXB1@b".</summary>
    public static IReadOnlyList<HostPlan> Hosts(HostRole role, string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('@'))
            .Select(parts => new HostPlan(parts[0], role, parts[1], PrivateIp: null, "r6i.4xlarge"))];

    /// <summary>A host in one line: "DCA1 eu-west-1a 10.0.0.10".</summary>
    public static string Line(HostPlan host) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{host.Name} {host.Zone} {host.PrivateIp?.ToString() ?? "-"}");
}
