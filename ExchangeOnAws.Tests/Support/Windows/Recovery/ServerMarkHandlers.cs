using System.Collections;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>What the objects of Exchange servers in the directory remember, by server.</summary>
public sealed class SimulatedServerMarks
{
    public Dictionary<string, string> All { get; } = new(StringComparer.OrdinalIgnoreCase);
}

/// <summary>The objects of Exchange servers in the configuration partition.</summary>
public sealed class ServerMarkHandlers : HandlerGroup
{
    private const string Filter = "(&(objectClass=msExchExchangeServer)(cn=";
    private const string Attribute = "adminDescription";

    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-ADObject", Find) with
        {
            When = call => call.Text("LDAPFilter").StartsWith(Filter, StringComparison.Ordinal),
        },
        Changes("Set-ADObject", Set),
    ];

    private static object Find(Call call)
    {
        var root = $"CN=Configuration,{call.Windows.Area<SimulatedForest>().Root}";
        if (call.Text("SearchBase") != root)
        {
            throw CommandException.Terminating($"no servers at {call.Text("SearchBase")}");
        }

        var name = call.Text("LDAPFilter")[Filter.Length..].TrimEnd(')');
        var marks = call.Windows.Area<SimulatedServerMarks>().All;
        (string, object?)[] mark = call.Texts("Properties").Contains(Attribute)
            && marks.TryGetValue(name, out var text) ? [(Attribute, text)] : [];
        return call.Windows.Area<SimulatedExchange>().Servers
            .Where(server => SimulatedExchange.IsSame(server, name))
            .Select(server => Record.Of(
                [("Name", server), ("DistinguishedName", $"CN={server},CN=Servers,{root}"), .. mark]));
    }

    private static void Set(Call call)
    {
        var name = call.Text("Identity")[3..].Split(',')[0];
        if (!call.Windows.Area<SimulatedExchange>().Servers.Contains(name))
        {
            throw CommandException.Terminating("Directory object not found");
        }

        call.Windows.Area<SimulatedServerMarks>().All[name] =
            $"{((IDictionary)call.Value("Replace")!)[Attribute]}";
    }
}
