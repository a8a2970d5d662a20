using System.Management.Automation;
using System.Text.RegularExpressions;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The directory cmdlets with -Server and -Credential; the domain's ports and names.</summary>
public sealed partial class ExistingDomainHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        There("Test-NetConnection", call => IsOpen(call)) with
        {
            When = call => call.Has("Port") && Area(call).Controllers.Count > 0,
        },
        There("Resolve-DnsName", Locate) with
        {
            When = call => call.Text("Type") == "SRV" && Area(call).Controllers.Count > 0,
        },
        There("Get-ADDomain", call => Record.Of(
            ("DNSRoot", Domain(call).DomainName), ("NetBIOSName", Domain(call).NetBiosName))),
        There("Get-ADForest", call => Record.Of(("SchemaMaster", Domain(call).SchemaMaster))),
        There("Get-ADRootDSE", GetRoot),
        There("Get-ADDomainController", call => Domain(call).Controllers.Select(Show)),
        There("Get-ADObject", Find),
        There("Get-ADUser", call => Find(call, "user", "SID")),
        There("Get-ADOrganizationalUnit", call => Find(call, "organizationalUnit")),
        There("Get-ADReplicationSite", call => Find(call, "site")),
        There("Get-ADReplicationSubnet", call => Find(call, "subnet", "Site")),
        There("Get-ADComputer", call => Find(call, "computer", "DNSHostName")),
    ];

    private static Handler There(string name, Func<Call, object?> answer) => Reads(name, answer) with
    {
        When = call => call.Has("Credential") && Area(call).Controllers.Count > 0,
    };

    private static SimulatedExistingDomain Area(Call call) => call.Windows.Area<SimulatedExistingDomain>();

    private static bool IsOpen(Call call)
    {
        var target = Area(call).Controllers.Find(item => item.Address == call.Text("ComputerName"));
        return call.Windows.Now >= Area(call).ReachableAt && target is not null
            && !target.ClosedPorts.Contains(call.Number("Port"));
    }

    private static IEnumerable<object> Locate(Call call)
    {
        var area = Area(call);
        var isKnown = call.Windows.Now >= area.ReachableAt
            && call.Text("Name") == $"_ldap._tcp.dc._msdcs.{area.DomainName}"
            && area.Controllers.Exists(item => item.Address == call.Text("Server"));
        return isKnown
            ? area.Controllers.Where(item => item.IsPublished)
                .Select(item => Record.Of(("Type", "SRV"), ("NameTarget", item.Name)))
                .Append(Record.Of(("Type", "A"), ("Name", "glue")))
            : throw new CommandException($"{call.Text("Name")} : DNS name does not exist");
    }

    /// <summary>The domain, if the server named answers and the account logs on.</summary>
    private static SimulatedExistingDomain Domain(Call call)
    {
        var (area, credential) = (Area(call), (PSCredential)call.Value("Credential")!);
        var server = call.Text("Server").Split(':')[0];
        if (area.Controllers.Find(item => item.Name == server) is not { } controller
            || controller.ClosedPorts.Contains(9389) || call.Windows.Now < area.ReachableAt)
        {
            throw CommandException.Terminating($"Unable to contact the server {server}.");
        }

        return call.Windows.Secrets.PasswordsByAccount.GetValueOrDefault(credential.UserName)
            == credential.GetNetworkCredential().Password
            ? area
            : throw CommandException.Terminating("The server has rejected the client credentials.");
    }

    private static PSObject GetRoot(Call call)
    {
        var domain = Domain(call);
        return Record.Of(
            ("defaultNamingContext", domain.Root),
            ("rootDomainNamingContext", domain.ForestRoot),
            ("configurationNamingContext", domain.Configuration),
            ("schemaNamingContext", $"CN=Schema,{domain.Configuration}"),
            ("currentTime", (call.Windows.Now + domain.ClockSkew).ToLocalTime()));
    }

    private static PSObject Show(SimulatedController controller) => Record.Of(
        ("HostName", controller.Name), ("Site", controller.Site), ("OperatingSystem", "Windows Server"),
        ("OperatingSystemVersion", controller.Version), ("IsGlobalCatalog", controller.IsGlobalCatalog),
        ("IsReadOnly", controller.IsReadOnly));

    private static PSObject[] Find(Call call)
    {
        if (call.Texts("Properties").Any(name => name.StartsWith("msExch", StringComparison.Ordinal))
            && !Domain(call).Entries.Exists(entry => entry.Name == "ms-Exch-Schema-Version-Pt"))
        {
            throw CommandException.Terminating("One or more properties are invalid.");
        }

        if (call.TextOrNull("Identity") is not { } identity)
        {
            return Find(call, kind: null);
        }

        var found = Held(call).FirstOrDefault(entry =>
            entry.DistinguishedName.Equals(identity, StringComparison.OrdinalIgnoreCase));
        return found is not null
            ? [Show(call, found)]
            : throw CommandException.Terminating($"Cannot find an object with identity: '{identity}'.");
    }

    private static PSObject[] Find(Call call, string? kind, params string[] always)
    {
        var area = Domain(call);
        var isOwn = kind is "site" or "subnet";
        var start = call.Text("SearchBase", isOwn ? area.Configuration : area.Root);
        var matches = call.TextOrNull("LDAPFilter") is { } ldap
            ? LdapFilter.Parse(ldap)
            : Plain(call.Text("Filter"));
        return [.. Held(call)
            .Where(entry => call.Text("SearchScope") == "Base"
                ? entry.DistinguishedName.Equals(start, StringComparison.OrdinalIgnoreCase)
                : entry.DistinguishedName.EndsWith(start, StringComparison.OrdinalIgnoreCase))
            .Where(entry => kind is null || entry.Values("objectClass").Contains(kind))
            .Where(entry => matches(entry.Values))
            .Select(entry => Show(call, entry, always))];
    }

    private static IEnumerable<LdapEntry> Held(Call call) =>
        Domain(call).Held(call.Text("Server").EndsWith(":3268", StringComparison.Ordinal));

    private static Func<Func<string, IReadOnlyList<string>>, bool> Plain(string filter)
    {
        if (filter == "*")
        {
            return _ => true;
        }

        return Equality().Match(filter) is { Success: true } match
            ? LdapFilter.Parse($"({match.Groups[1].Value}={match.Groups[2].Value})")
            : throw CommandException.Terminating($"Error parsing query: '{filter}'.");
    }

    /// <summary>An attribute shows only when asked for; tokenGroups only for a search of one.</summary>
    private static PSObject Show(Call call, LdapEntry entry, params string[] always)
    {
        var shown = new List<(string, object?)>
        {
            ("Name", entry.Name), ("DistinguishedName", entry.DistinguishedName),
        };
        shown.AddRange(always.Select(name => (name, entry.Attributes.GetValueOrDefault(name))));
        foreach (var name in call.Texts("Properties").Except(always))
        {
            if (name == "tokenGroups" && call.Text("SearchScope") == "Base")
            {
                shown.Add((name, Area(call).Groups(entry)));
            }
            else if (entry.Attributes.TryGetValue(name, out var value))
            {
                shown.Add((name, name == "nTSecurityDescriptor" ? Record.Of(("Sddl", value)) : value));
            }
        }

        return Record.Of([.. shown]);
    }

    [GeneratedRegex("^([A-Za-z]+) -eq '(.*)'$")]
    private static partial Regex Equality();
}
