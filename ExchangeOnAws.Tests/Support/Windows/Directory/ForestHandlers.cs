using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The directory cmdlets that look at one domain controller of several.</summary>
public sealed class ForestHandlers : HandlerGroup
{
    private const string Schema = "(cn=ms-Exch-Schema-Version-Pt)";
    private const string Organization = "(objectClass=msExchOrganizationContainer)";
    private const string Domain = "(cn=Microsoft Exchange System Objects)";
    private const string Database = "(&(objectClass=msExchPrivateMDB)(cn=";
    private const string Server =
        "(&(objectClass=msExchExchangeServer)(msExchCurrentServerRoles:1.2.840.113556.1.4.803:=1))";

    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-ADDomainController", call => Forest(call).Controllers.Keys
            .Select(host => Record.Of(("HostName", host), ("Name", host.Split('.')[0])))) with
        {
            When = call => call.Text("Filter") == "*" && !call.Has("Credential"),
        },
        Reads("Get-ADForest", call => Record.Of(("RootDomain", Forest(call).RootDomain))),
        Reads("Get-ADRootDSE", GetRoot),
        Reads("Get-ADObject", call => Search(call)),
        Reads("Get-ADGroup", call => call.Text("Filter").Split('\'') is [_, var name, _]
            && Forest(call).MembersSeenBy(call.Text("Server"), call.Windows.Now, name) is not null
                ? Record.Of(("Name", name))
                : null) with
        {
            When = call => call.Has("Server") && call.Text("Server") != "localhost",
        },
        Reads("Get-ADGroupMember", call =>
            (Forest(call).MembersSeenBy(call.Text("Server"), call.Windows.Now, call.Text("Identity"))
                ?? throw CommandException.Terminating(
                    $"Cannot find an object with identity: '{call.Text("Identity")}'."))
                .Select(member => Record.Of(("SamAccountName", member)))) with
        {
            When = call => call.Text("Server") != "localhost",
        },
        Changes("Add-ADGroupMember", call => Change(call, members => members.UnionWith(Members(call)))) with
        {
            When = IsReplicated,
        },
        Changes("Remove-ADGroupMember", Remove),
    ];

    private static SimulatedForest Forest(Call call) => call.Windows.Area<SimulatedForest>();

    private static bool IsReplicated(Call call) => Forest(call).Controllers.Count > 0;

    private static IReadOnlyList<string> Members(Call call) => call.Texts("Members");

    private static PSObject GetRoot(Call call)
    {
        Forest(call).SeenBy(call.Text("Server"), call.Windows.Now);
        var root = Forest(call).Root;
        return Record.Of(
            ("defaultNamingContext", root),
            ("configurationNamingContext", $"CN=Configuration,{root}"),
            ("schemaNamingContext", $"CN=Schema,CN=Configuration,{root}"));
    }

    private static PSObject[] Search(Call call)
    {
        var seen = Forest(call).SeenBy(call.Text("Server"), call.Windows.Now);
        var root = Forest(call).Root;
        return (call.Text("LDAPFilter"), call.Text("SearchBase")) switch
        {
            (Schema, var at) when at == $"CN=Schema,CN=Configuration,{root}" =>
                Found(seen.Schema, "ms-Exch-Schema-Version-Pt", "rangeUpper", call),
            (Organization, var at) when at == $"CN=Configuration,{root}" =>
                seen.Name.Length == 0
                    ? []
                    : Found(seen.Organization, seen.Name, "objectVersion", call, isThere: true),
            (Domain, var at) when at == root =>
                Found(seen.Domain, "Microsoft Exchange System Objects", "objectVersion", call),
            (Server, var at) when at == $"CN=Configuration,{root}" =>
                (seen.ServerRoles & 1) == 0 ? [] : [Record.Of(("Name", "EXA1"))],
            (var filter, var at) when at == $"CN=Configuration,{root}"
                && filter.StartsWith(Database, StringComparison.Ordinal) =>
                FoundDatabase(call, filter[Database.Length..].TrimEnd(')')),
            var (filter, at) => throw new InvalidOperationException($"no answer to {filter} at {at}"),
        };
    }

    /// <summary>
    /// An attribute shows only when asked for; a container can be there before its version.
    /// </summary>
    private static PSObject[] Found(
        int version, string name, string property, Call call, bool isThere = false) =>
        (version, isThere) switch
        {
            (0, false) => [],
            (0, true) => [Record.Of(("Name", name))],
            _ when call.Texts("Properties").Contains(property) =>
                [Record.Of(("Name", name), (property, version))],
            _ => [Record.Of(("Name", name))],
        };

    private static PSObject[] FoundDatabase(Call call, string name)
    {
        var forest = Forest(call);
        if (!forest.Databases.TryGetValue(name, out var owner))
        {
            return [];
        }

        var server = $"CN={owner},CN=Servers,CN=Exchange Administrative Group (FYDIBOHF23SPDLT),"
            + $"CN=Administrative Groups,CN=Example Mail,CN=Microsoft Exchange,CN=Services,"
            + $"CN=Configuration,{forest.Root}";
        return call.Texts("Properties").Contains("msExchOwningServer")
            ? [Record.Of(("Name", name), ("msExchOwningServer", server))]
            : [Record.Of(("Name", name))];
    }

    private static void Remove(Call call)
    {
        if (!call.Has("Confirm") || call.Flag("Confirm"))
        {
            throw CommandException.Terminating("Windows PowerShell is in NonInteractive mode. "
                + "Read and Prompt functionality is not available.");
        }

        Change(call, members => members.ExceptWith(Members(call)));
    }

    private static void Change(Call call, Action<HashSet<string>> change)
    {
        var group = DirectoryHandlers.Directory(call).Get("group", call.Text("Identity"));
        change(group.Members);
        Forest(call).SetMembers(call.Windows.Now, call.Text("Identity"), group.Members);
    }
}
