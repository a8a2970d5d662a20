namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The accounts and groups of the domain that this server can look up by now.</summary>
public sealed class SimulatedPrincipals
{
    /// <summary>CORP\name.</summary>
    public HashSet<string> Known { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The group has the number of an account that was deleted.</summary>
    public bool HasOrphan { get; set; }

    /// <summary>The domain controller goes away between the change and the answer.</summary>
    public bool LosesAnswers { get; set; }
}

/// <summary>Local groups by their security identifiers.</summary>
public sealed class LocalGroupHandlers : HandlerGroup
{
    private const string Administrators = "S-1-5-32-544";

    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-LocalGroupMember", call => Members(call)
            .Select(name => Record.Of(("Name", Shown(call, name))))) with
        {
            When = call => call.Has("SID"),
        },
        Changes("Add-LocalGroupMember", Add) with { When = call => call.Has("SID") },
    ];

    private static SimulatedPrincipals Principals(Call call) => call.Windows.Area<SimulatedPrincipals>();

    private static HashSet<string> Members(Call call)
    {
        if (call.Text("SID") != Administrators)
        {
            throw new CommandException($"Group {call.Text("SID")} was not found.");
        }

        // Windows PowerShell 5.1 cannot list a group with such a member (PowerShell issue 2996).
        return Principals(call).HasOrphan
            ? throw new CommandException("Failed to compare two elements in the array.")
            : call.Windows.Area<SimulatedComputer>().LocalGroups["Administrators"];
    }

    private static string Shown(Call call, string name) =>
        name.Contains('\\') ? name : $@"{call.Windows.Area<SimulatedComputer>().Name}\{name}";

    private static void Add(Call call)
    {
        foreach (var member in call.Texts("Member"))
        {
            if (!Principals(call).Known.Contains(member))
            {
                throw new CommandException($"Principal {member} was not found.");
            }

            if (!Members(call).Add(member))
            {
                throw new CommandException($"{member} is already a member of group Administrators.");
            }

            if (Principals(call).LosesAnswers)
            {
                throw new CommandException("The RPC server is unavailable.");
            }
        }
    }
}
