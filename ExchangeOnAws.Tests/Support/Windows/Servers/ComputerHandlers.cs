using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The computer's identity, its network adapter and its local groups.</summary>
public sealed class ComputerHandlers : HandlerGroup
{
    private const string Adapter = "Ethernet";

    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-CimInstance", GetInstance),
        Changes("Add-Computer", Join),
        Changes("Rename-Computer", call =>
        {
            var name = call.Text("NewName");
            call.Windows.AtRestart(() => Computer(call).Name = name);
        }),
        Reads("Get-NetAdapter", _ => Record.Of(
            ("Name", Adapter), ("InterfaceIndex", 5), ("ifIndex", 5), ("Status", "Up"))),
        Reads("Get-DnsClientServerAddress", call => Record.Of(
            ("InterfaceAlias", Adapter), ("InterfaceIndex", 5),
            ("ServerAddresses", Computer(call).DnsServers.ToArray()))),
        Changes("Set-DnsClientServerAddress", call =>
        {
            Computer(call).DnsServers.Clear();
            Computer(call).DnsServers.AddRange(call.Texts("ServerAddresses"));
        }),
        Reads("Get-LocalGroupMember", call => Group(call).Select(member => Record.Of(("Name", member)))),
        Changes("Add-LocalGroupMember", call =>
            call.Texts("Member").ToList().ForEach(member => AddMember(call, member))),
    ];

    private static SimulatedComputer Computer(Call call) => call.Windows.Area<SimulatedComputer>();

    private static PSObject GetInstance(Call call)
    {
        var computer = Computer(call);
        return call.Text("ClassName") switch
        {
            "Win32_ComputerSystem" => Record.Of(("Name", computer.Name), ("Domain", computer.Domain),
                ("PartOfDomain", computer.IsJoined), ("DomainRole", computer.DomainRole),
                ("TotalPhysicalMemory", call.Windows.Area<SimulatedPaging>().Memory),
                ("AutomaticManagedPagefile", call.Windows.Area<SimulatedPaging>().IsAutomatic)),
            var other => throw CommandException.Terminating(
                $"Invalid class {other} (on the bench: ComputerHandlers)."),
        };
    }

    private static void Join(Call call)
    {
        var (computer, domain) = (Computer(call), call.Text("DomainName"));
        var credential = (PSCredential)call.Value("Credential")!;
        if (!computer.CanFind(domain))
        {
            throw CommandException.Terminating(
                $"Computer '{computer.Name}' failed to join domain '{domain}' from its current workgroup "
                    + "'WORKGROUP': The specified domain either does not exist or could not be contacted.");
        }

        if (call.Windows.Secrets.PasswordsByAccount.GetValueOrDefault(credential.UserName)
            != credential.GetNetworkCredential().Password)
        {
            throw CommandException.Terminating("The user name or password is incorrect.");
        }

        var name = call.Text("NewName", computer.Name);
        call.Windows.AtRestart(
            () => (computer.Name, computer.Domain, computer.DomainRole) = (name, domain, 3));
    }

    private static HashSet<string> Group(Call call) =>
        Computer(call).LocalGroups.GetValueOrDefault(Name(call))
            ?? throw new CommandException($"Group {Name(call)} was not found.");

    // Named Group in the documentation, Name in its parameter sets by name.
    private static string Name(Call call) => call.TextOrNull("Group") ?? call.Text("Name");

    private static void AddMember(Call call, string member)
    {
        if (!Group(call).Add(member))
        {
            throw new CommandException($"{member} is already a member of group {Name(call)}.");
        }
    }
}
