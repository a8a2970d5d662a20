using System.Management.Automation;
using System.Text.RegularExpressions;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The directory cmdlets that look, and the ones about sites and features.</summary>
public sealed partial class DirectoryHandlers : HandlerGroup
{
    // The cmdlets show these only when asked for.
    private static readonly string[] s_extended =
        ["PasswordNeverExpires", "ProtectedFromAccidentalDeletion", "nTSecurityDescriptor", "Description"];

    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-ADDomain", GetDomain),
        Reads("Get-ADUser", call => Search(call, "user")),
        Reads("Get-ADGroup", call => Search(call, "group")),
        Reads("Get-ADOrganizationalUnit", call => Search(call, "organizationalUnit")),
        Reads("Get-ADReplicationSite", call => Search(call, "site")),
        Reads("Get-ADReplicationSubnet", call => Search(call, "subnet")),
        Reads("Get-ADOptionalFeature", call => Search(call, "feature")),
        Reads("Get-ADGroupMember", call => Directory(call).Get("group", call.Text("Identity")).Members
            .Select(member => Record.Of(("SamAccountName", member)))),
        Changes("Rename-ADObject", call =>
        {
            Directory(call).Get("site", call.Text("Identity")).Name = call.Text("NewName");
        }),
        Changes("New-ADReplicationSubnet", call =>
        {
            var directory = Directory(call);
            directory.Add(
                "subnet", call.Text("Name"), $"CN=Subnets,CN=Sites,CN=Configuration,{directory.Root}")
                .Properties["Site"] = directory.Get("site", call.Text("Site")).DistinguishedName;
        }),
        Changes("Set-ADReplicationSubnet", call =>
        {
            var directory = Directory(call);
            directory.Get("subnet", call.Text("Identity")).Properties["Site"] =
                directory.Get("site", call.Text("Site")).DistinguishedName;
        }),
        Changes("Enable-ADOptionalFeature", call =>
        {
            var directory = Directory(call);
            directory.Get("feature", call.Text("Identity")).Properties["EnabledScopes"] =
                new object[] { directory.Root };
        }),
    ];

    public static SimulatedDirectory Directory(Call call)
    {
        var directory = call.Windows.Area<SimulatedDirectory>();
        return call.Windows.Now >= directory.ReadyAt
            ? directory
            : throw CommandException.Terminating(
                "Unable to contact the server. This may be because this server does not exist, it is "
                    + "currently down, or it does not have the Active Directory Web Services running.");
    }

    private static PSObject GetDomain(Call call)
    {
        var directory = Directory(call);
        if (call.Value("Credential") is PSCredential credential && !directory.CanLogOn(credential))
        {
            throw CommandException.Terminating("The server has rejected the client credentials.");
        }

        return Record.Of(("DNSRoot", directory.DomainName), ("NetBIOSName", directory.NetBiosName),
            ("DomainSID", SimulatedDirectory.Sid), ("DistinguishedName", directory.Root));
    }

    private static PSObject[] Search(Call call, string kind)
    {
        var match = Filter().Match(call.Text("Filter"));
        return match.Success
            ? [.. Directory(call).Objects
                .Where(item => item.Kind == kind)
                .Where(item => IsSame($"{item.Value(match.Groups[1].Value)}", match.Groups[2].Value))
                .Select(item => Show(item, call.Texts("Properties")))]
            : throw CommandException.Terminating($"Error parsing query: '{call.Text("Filter")}'.");
    }

    private static bool IsSame(string value, string quoted) =>
        value.Equals(quoted.Replace("''", "'", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

    private static PSObject Show(DirectoryObject item, IReadOnlyList<string> asked)
    {
        var shown = item.Properties
            .Where(property => !s_extended.Contains(property.Key) || asked.Contains(property.Key))
            .Select(property => (property.Key, property.Value));
        var access = Record.Of(("Access", item.Access.Select(ShowEntry).ToArray()));
        (string, object?)[] security =
            asked.Contains("nTSecurityDescriptor") ? [("nTSecurityDescriptor", access)] : [];
        return Record.Of(
            [("Name", item.Name), ("DistinguishedName", item.DistinguishedName), .. shown, .. security]);
    }

    private static PSObject ShowEntry(string entry) =>
        entry.Split('|') is [var who, var rights, var type, var inherited]
        ? Record.Of(("IdentityReference", who), ("ActiveDirectoryRights", rights), ("ObjectType", type),
            ("InheritedObjectType", inherited), ("AccessControlType", "Allow"), ("IsInherited", false))
        : throw new InvalidOperationException(entry);

    [GeneratedRegex("^([A-Za-z]+) -eq '(.*)'$")]
    private static partial Regex Filter();
}
