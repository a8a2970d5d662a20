using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>
/// Computer objects of the domain by distinguished name, as far as the gateway's scripts look at them.
/// </summary>
public sealed class SimulatedComputerObjects
{
    public SortedSet<string> All { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether another host removes an object just before this one does.</summary>
    public bool IsContested { get; set; }

    public static string Name(string distinguishedName) =>
        distinguishedName[3..distinguishedName.IndexOf(',')];

    public static string Parent(string distinguishedName) =>
        distinguishedName[(distinguishedName.IndexOf(',') + 1)..];
}

/// <summary>Computer objects, through a credential that the domain knows.</summary>
public sealed class GatewayDirectoryHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-ADComputer", Search),
        Changes("Remove-ADComputer", call => Remove(call)),
    ];

    private static SimulatedComputerObjects Directory(Call call)
    {
        if (!call.Windows.Features.IsInstalled("RSAT-AD-PowerShell"))
        {
            throw CommandException.Terminating(
                $"The term '{call.Name}' is not recognized as the name of a cmdlet.");
        }

        var credential = (PSCredential)call.Value("Credential")!;
        return call.Windows.Secrets.PasswordsByAccount.GetValueOrDefault(credential.UserName)
            == credential.GetNetworkCredential().Password
            ? call.Windows.Area<SimulatedComputerObjects>()
            : throw CommandException.Terminating("The server has rejected the client credentials.");
    }

    private static object Search(Call call)
    {
        var pattern = call.Text("LDAPFilter")["(name=".Length..^1];
        var root = call.Text("SearchBase");
        return Directory(call).All
            .Where(computer => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(
                pattern, SimulatedComputerObjects.Name(computer)))
            .Where(computer => call.Text("SearchScope") == "OneLevel"
                ? SimulatedComputerObjects.Parent(computer) == root
                : computer.EndsWith(root, StringComparison.OrdinalIgnoreCase))
            .Select(computer => Record.Of(
                ("Name", SimulatedComputerObjects.Name(computer)), ("DistinguishedName", computer)));
    }

    private static void Remove(Call call)
    {
        var directory = Directory(call);
        if (call.Flag("Confirm") || !call.Has("Confirm"))
        {
            throw CommandException.Terminating(
                "Windows PowerShell is in NonInteractive mode. "
                    + "Read and Prompt functionality is not available.");
        }

        if (!directory.All.Remove(call.Text("Identity")) || directory.IsContested)
        {
            throw CommandException.Terminating("Directory object not found");
        }
    }
}
