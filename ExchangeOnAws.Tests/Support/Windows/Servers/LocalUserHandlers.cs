using System.Net;
using System.Security;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A local account; nobody but the machine sees its password.</summary>
public sealed record SimulatedLocalUser(string Name, string Sid)
{
    public bool IsEnabled { get; set; } = true;

    public string Password { get; set; } = "";

    public DateTime? PasswordLastSet { get; set; }

    public bool HasLastingPassword { get; set; }

    public DateTime? Expires { get; set; }

    /// <summary>The age that Windows gives passwords by itself: 42 days.</summary>
    public DateTime? PasswordExpires => HasLastingPassword ? null : PasswordLastSet?.AddDays(42);
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
            Record.Of(("Name", user.Name), ("SID", user.Sid), ("Enabled", user.IsEnabled),
                ("PasswordLastSet", user.PasswordLastSet), ("PasswordExpires", user.PasswordExpires),
                ("AccountExpires", user.Expires)))),
        Changes("New-LocalUser", Create),
        Changes("Set-LocalUser", call => Change(call, Find(call))),
        Changes("Enable-LocalUser", call => { Find(call).IsEnabled = true; }),
    ];

    public static string Plain(object? secret) => new NetworkCredential("", (SecureString)secret!).Password;

    private static void Create(Call call)
    {
        var (users, name) = (call.Windows.Area<SimulatedLocalUsers>().All, call.Text("Name"));
        var user = new SimulatedLocalUser(name, $"S-1-5-21-1-2-3-{1000 + users.Count}");
        if (!users.TryAdd(name, user))
        {
            throw new CommandException($"User {name} already exists.");
        }

        Change(call, user);
        var computer = call.Windows.Area<SimulatedComputer>().Name;
        call.Windows.Area<SimulatedPrincipals>().Known.Add($@"{computer}\{name}");
    }

    private static void Change(Call call, SimulatedLocalUser user)
    {
        user.HasLastingPassword = call.Has("PasswordNeverExpires")
            ? call.Flag("PasswordNeverExpires") : user.HasLastingPassword;
        user.Expires = call.Flag("AccountNeverExpires") ? null : user.Expires;
        if (call.Has("Password"))
        {
            var account = $@"{call.Windows.Area<SimulatedComputer>().Name}\{user.Name}";
            (user.Password, user.PasswordLastSet) = (Plain(call.Value("Password")), call.Windows.Now);
            call.Windows.Secrets.PasswordsByAccount[account] = user.Password;
        }
    }

    private static SimulatedLocalUser Find(Call call) =>
        call.Windows.Area<SimulatedLocalUsers>().All.GetValueOrDefault(call.Text("Name"))
        ?? throw new CommandException($"User {call.Text("Name")} was not found.");
}
