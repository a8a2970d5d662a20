using System.Management.Automation;
using System.Net;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A record of a zone: node, type, value.</summary>
public sealed record SimulatedDnsRecord(string Node, string Type, string Value);

/// <summary>The records of the DNS server, and what names resolve to.</summary>
public sealed class SimulatedDnsRecords
{
    /// <summary>Records by zone, beside SOA and NS.</summary>
    public Dictionary<string, List<SimulatedDnsRecord>> Zones { get; } =
        new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Replication scopes of the zones made here.</summary>
    public Dictionary<string, string> Scopes { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Addresses that the resolver of the VPC gives.</summary>
    public Dictionary<string, string[]> Outside { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Addresses that the domain's DNS servers give.</summary>
    public Dictionary<string, string[]> Inside { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names that were missing and are remembered so (negative caching of the client).</summary>
    public HashSet<string> Missed { get; } = new(StringComparer.OrdinalIgnoreCase);

    public List<SimulatedDnsRecord> In(string zone)
    {
        if (!Zones.TryGetValue(zone, out var records))
        {
            Zones[zone] = records = [];
        }

        return records;
    }
}

public sealed class DnsRecordHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Resolve-DnsName", Resolve) with { When = call => call.Text("Type") == "A" },
        Pure("Clear-DnsClientCache", Forget) with { When = _ => true },
        Changes("Add-DnsServerPrimaryZone", AddZone) with { When = call => call.Has("Name") },
        Reads("Get-DnsServerResourceRecord", call => new[] { ("SOA", "dc1"), ("NS", "dc1.") }
            .Select(item => new SimulatedDnsRecord("@", item.Item1, item.Item2))
            .Concat(Records(call)).Select(Show)),
        Changes("Add-DnsServerResourceRecordA", call => call.Texts("IPv4Address").ToList().ForEach(
            address => Add(call, "A", address))),
        Changes("Add-DnsServerResourceRecordCName", call => Add(call, "CNAME", call.Text("HostNameAlias"))),
        Changes("Add-DnsServerResourceRecord", call => Add(call, "TXT", call.Text("DescriptiveText"))) with
        {
            When = call => call.Flag("Txt"),
        },
        Changes("Remove-DnsServerResourceRecord", Remove),
    ];

    private static SimulatedDnsRecords Area(Call call) => call.Windows.Area<SimulatedDnsRecords>();

    private static SimulatedDnsServer Server(Call call) =>
        call.Windows.Services.Get("DNS").Status == "Running"
            ? call.Windows.Area<SimulatedDnsServer>()
            : throw new CommandException("Failed to get information: the RPC server is unavailable.");

    private static List<SimulatedDnsRecord> Records(Call call) =>
        Server(call).Zones.Exists(zone => zone.Name == call.Text("ZoneName"))
            ? Area(call).In(call.Text("ZoneName"))
            : throw new CommandException($"The zone {call.Text("ZoneName")} was not found on server.");

    private static PSObject Show(SimulatedDnsRecord record) => Record.Of(
        ("HostName", record.Node), ("RecordType", record.Type), ("RecordData", record.Type switch
        {
            "A" => Record.Of(("IPv4Address", IPAddress.Parse(record.Value))),
            "CNAME" => Record.Of(("HostNameAlias", $"{record.Value}.")),
            "TXT" => Record.Of(("DescriptiveText", record.Value)),
            _ => Record.Of(("Text", record.Value)),
        }));

    private static void AddZone(Call call)
    {
        var name = call.Text("Name");
        if (Server(call).Zones.Exists(zone => zone.Name == name))
        {
            throw new CommandException($"Failed to create zone {name}: it already exists.");
        }

        Server(call).Zones.Add(new(name));
        Area(call).Scopes[name] = call.Text("ReplicationScope");
    }

    private static void Add(Call call, string type, string value)
    {
        var records = Records(call);
        var added = new SimulatedDnsRecord(call.Text("Name"), type, value);
        var beside = records.Where(record => record.Node == added.Node).ToArray();
        var isAlone = type == "CNAME" || beside.Any(record => record.Type == "CNAME");
        if (beside.Contains(added) || (isAlone && beside.Length > 0) || (isAlone && added.Node == "@"))
        {
            throw new CommandException($"Failed to create resource record {added.Node}.");
        }

        records.Add(added);
    }

    private static void Remove(Call call)
    {
        if (!call.Flag("Force"))
        {
            ExchangeShellHandlers.Prompt(call);
        }

        var type = call.Text("RRType").ToUpperInvariant();
        var removed = Records(call).RemoveAll(record => record.Node == call.Text("Name")
            && record.Type == type && (!call.Has("RecordData") || record.Value == call.Text("RecordData")));
        if (removed == 0)
        {
            throw new CommandException($"Failed to get {call.Text("Name")} record.");
        }
    }

    private static IEnumerable<object> Resolve(Call call)
    {
        var (area, name) = (Area(call), call.Text("Name"));
        var isOutside = call.Text("Server") == "169.254.169.253";
        var known = isOutside ? area.Outside : area.Inside;

        // Only questions to the client's own servers go through its cache.
        var isCached = !call.Has("Server");
        if (known.TryGetValue(name, out var addresses) && !(isCached && area.Missed.Contains(name)))
        {
            return addresses.Select(address => Record.Of(("Type", "A"), ("IPAddress", address)))
                .Prepend(Record.Of(("Type", "CNAME"), ("NameHost", name)));
        }

        if (isCached)
        {
            area.Missed.Add(name);
        }

        throw new CommandException($"{name} : DNS name does not exist");
    }

    private static object? Forget(Call call)
    {
        Area(call).Missed.Clear();
        return null;
    }
}
