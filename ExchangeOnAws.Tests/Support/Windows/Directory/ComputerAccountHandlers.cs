using System.Collections;
using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The security of an object as a script holds it: nothing of it is stored by changing it.</summary>
public sealed record SimulatedSecurity
{
    private string owner = "";

    public bool AreAccessRulesProtected { get; set; }

    /// <summary>The SID, which is a text on the bench.</summary>
    public object GetOwner(Type type) =>
        type == typeof(string) ? owner : throw new ArgumentException($"{type}");

    public void SetOwner(object identity) => owner = $"{Call.Unwrap(identity)}";

    /// <summary>What is unprotected inherits, whatever the second value.</summary>
    public void SetAccessRuleProtection(bool isProtected, bool _) => AreAccessRulesProtected = isProtected;
}

/// <summary>One computer account, and what each domain controller shows of it.</summary>
public sealed class SimulatedComputerAccount
{
    private readonly List<(DateTime At, string Text)> _marks = [];

    public string Name { get; set; } = "EXB1";

    public string Unit { get; set; } = "";

    public SimulatedSecurity Security { get; set; } = new();

    public bool IsEnabled { get; set; } = true;

    /// <summary>How often the password was set, and to what.</summary>
    public List<string> Passwords { get; } = [];

    public string DistinguishedName => $"CN={Name},{Unit}";

    public string Mark(DateTime now) => _marks.LastOrDefault(mark => mark.At <= now).Text ?? "";

    public void SetMark(DateTime now, string text) => _marks.Add((now, text));
}

/// <summary>Computer accounts as a domain controller itself handles them.</summary>
public sealed class ComputerAccountHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-ADComputer", Find) with { When = call => !call.Has("Credential") },
        Reads("Get-ADGroup", call =>
        {
            var group = DirectoryHandlers.Directory(call).Get("group", call.Text("Identity"));
            return Record.Of(("Name", group.Name), ("SID", group.Value("SID")));
        }) with { When = call => call.Has("Identity") },
        Changes("Set-ADComputer", Set),
        Changes("Set-ADAccountPassword", call =>
        {
            if (!call.Flag("Reset"))
            {
                throw CommandException.Terminating("Windows PowerShell is in NonInteractive mode.");
            }

            Account(call).Passwords.Add(LocalUserHandlers.Plain(call.Value("NewPassword")));
        }) with { When = IsComputer },
        Changes("Enable-ADAccount", call => { Account(call).IsEnabled = true; }) with { When = IsComputer },
    ];

    private static bool IsComputer(Call call) =>
        call.Text("Identity") == call.Windows.Area<SimulatedComputerAccount>().DistinguishedName;

    private static SimulatedComputerAccount Account(Call call) => IsComputer(call)
        ? call.Windows.Area<SimulatedComputerAccount>()
        : throw CommandException.Terminating(
            $"Cannot find an object with identity: '{call.Text("Identity")}'.");

    private static PSObject[] Find(Call call)
    {
        var (account, forest, server) = (
            call.Windows.Area<SimulatedComputerAccount>(), call.Windows.Area<SimulatedForest>(),
            call.Text("Server"));
        // Throws for a domain controller that does not answer.
        forest.SeenBy(server, call.Windows.Now);
        if (call.Text("Filter") != $"SamAccountName -eq '{account.Name}$'")
        {
            return [];
        }

        var delay = server == "localhost" ? TimeSpan.Zero : forest.Controllers[server];
        (string, object?)[] shown =
            [("Name", account.Name), ("DistinguishedName", account.DistinguishedName)];
        var mark = account.Mark(call.Windows.Now - delay);
        if (mark.Length > 0 && call.Texts("Properties").Contains("adminDescription"))
        {
            shown = [.. shown, ("adminDescription", mark)];
        }

        return [call.Texts("Properties").Contains("nTSecurityDescriptor")
            ? Record.Of([.. shown, ("nTSecurityDescriptor", account.Security with { })])
            : Record.Of(shown)];
    }

    private static void Set(Call call)
    {
        var replace = (IDictionary)call.Value("Replace")!;
        if (Call.Unwrap(replace["nTSecurityDescriptor"]) is SimulatedSecurity security)
        {
            Account(call).Security = security;
        }

        if (replace.Contains("adminDescription"))
        {
            Account(call).SetMark(call.Windows.Now, $"{replace["adminDescription"]}");
        }
    }
}
