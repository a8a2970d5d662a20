using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>
/// Promotion to a domain controller, which is complete after the restart, and answers later.
/// </summary>
public sealed class PromotionHandlers : HandlerGroup
{
    public const string ProductKey = @"HKLM:\SYSTEM\CurrentControlSet\Control\ProductOptions";

    public static readonly string[] Services = ["NTDS", "DNS", "Netlogon", "Kdc", "ADWS"];

    public override IEnumerable<Handler> Handlers =>
    [
        Changes("Install-ADDSForest", call => Promote(call, role: 5)),
        Changes("Install-ADDSDomainController", call => Promote(call, role: 4)),
        Reads("Test-ComputerSecureChannel", call => call.Windows.Area<SimulatedComputer>().IsJoined
            ? call.Windows.Area<SimulatedComputer>().HasSecureChannel
            : throw CommandException.Terminating(
                "Cannot verify the secure channel: the computer is not in a domain.")),
    ];

    /// <summary>Makes the machine a domain controller that runs.</summary>
    public static void Complete(SimulatedWindows windows, int role)
    {
        var (computer, directory) = (windows.Area<SimulatedComputer>(), windows.Area<SimulatedDirectory>());
        (computer.Domain, computer.DomainRole) = (directory.DomainName, role);
        foreach (var name in Services)
        {
            windows.Services.All[name] = new(name) { StartType = "Automatic", Status = "Running" };
        }

        directory.ReadyAt = windows.Now + TimeSpan.FromMinutes(3);
    }

    private static PSObject Promote(Call call, int role)
    {
        var (windows, domain) = (call.Windows, call.Text("DomainName"));
        var (computer, directory) = (windows.Area<SimulatedComputer>(), windows.Area<SimulatedDirectory>());
        if (!windows.Features.IsInstalled("AD-Domain-Services"))
        {
            throw CommandException.Terminating(
                $"The term '{call.Name}' is not recognized as the name of a cmdlet.");
        }

        if (computer.DomainRole > 3 || directory.Promotions > 0)
        {
            throw CommandException.Terminating(
                "The specified argument was invalid: it is a domain controller.");
        }

        if (role == 4
            && !(computer.CanFind(domain) && directory.CanLogOn((PSCredential)call.Value("Credential")!)))
        {
            throw CommandException.Terminating("Verification of user credential permissions failed.");
        }

        var safeMode = LocalUserHandlers.Plain(call.Value("SafeModeAdministratorPassword"));
        if (safeMode.Length < 8 || !call.Flag("NoRebootOnCompletion"))
        {
            throw CommandException.Terminating("Verification of prerequisites for promotion failed.");
        }

        directory.Promotions++;
        directory.Paths = string.Join(
            " ", call.Text("DatabasePath"), call.Text("LogPath"), call.Text("SysvolPath"));
        if (role == 5)
        {
            directory.Create(domain, call.Text("DomainNetbiosName"));
            var local = windows.Area<SimulatedLocalUsers>().All["Administrator"];
            var administrator = directory.Add("user", local.Name, $"CN=Users,{directory.Root}");
            administrator.Properties["SamAccountName"] = local.Name;
            administrator.Properties["Enabled"] = local.IsEnabled;
            administrator.Password = local.Password;
        }

        // The role shows before the restart that makes it work.
        (computer.Domain, computer.DomainRole) = (domain, role);
        windows.Registry.Create(ProductKey)["ProductType"] = "LanmanNT";
        windows.AtRestart(() => Complete(windows, role));
        return Record.Of(
            ("Status", "Success"), ("RebootRequired", true), ("Message", "Operation completed successfully"));
    }
}
