using System.Net;
using System.Security;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A local account; nobody but the machine sees its password.</summary>
public sealed record SimulatedLocalUser(string Name, string Sid)
{
    public bool IsEnabled { get; set; } = true;

    public string Password { get; set; } = "";
}

public sealed class SimulatedLocalUsers
{
    public Dictionary<string, SimulatedLocalUser> All { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Administrator"] = new("Administrator", "S-1-5-21-1-2-3-500"),
        ["Guest"] = new("Guest", "S-1-5-21-1-2-3-501") { IsEnabled = false },
    };
}

/// <summary>Local accounts.</summary>
public sealed class LocalUserHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-LocalUser", call => call.Windows.Area<SimulatedLocalUsers>().All.Values.Select(user =>
            Record.Of(("Name", user.Name), ("SID", user.Sid), ("Enabled", user.IsEnabled)))),
        Changes("Set-LocalUser", call => { Find(call).Password = Plain(call.Value("Password")); }),
        Changes("Enable-LocalUser", call => { Find(call).IsEnabled = true; }),
    ];

    public static string Plain(object? secret) => new NetworkCredential("", (SecureString)secret!).Password;

    private static SimulatedLocalUser Find(Call call) =>
        call.Windows.Area<SimulatedLocalUsers>().All.GetValueOrDefault(call.Text("Name"))
        ?? throw new CommandException($"User {call.Text("Name")} was not found.");
}
