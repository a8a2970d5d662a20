using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Machines and parameters that the tests of the directory share.</summary>
public static class DomainMachines
{
    public const string Domain = "mail.example.com";
    public const string Root = "DC=mail,DC=example,DC=com";
    public const string AdministratorArn =
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:administrator-AbCdEf";
    public const string SafeModeArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:safe-mode-AbCdEf";
    public const string AdministratorPassword = "admin-p\"a's$w0rd";

    private const string Computer = "bf967a86-0de6-11d0-a285-00aa003049e2";

    /// <summary>What Microsoft names for joining computers, as the directory stores it.</summary>
    public static IReadOnlyList<string> JoinRights { get; } =
    [
        $"CreateChild, DeleteChild|{Computer}|00000000-0000-0000-0000-000000000000",
        $"ExtendedRight|00299570-246d-11d0-a768-00aa006e0529|{Computer}",
        $"ReadProperty, WriteProperty|4c164200-20c0-11d0-a768-00aa006e0529|{Computer}",
        $"Self|72e39547-7b18-11d1-adef-00c04fd8d5cd|{Computer}",
        $"Self|f3a64788-5306-11d1-a9c5-0000f80367c1|{Computer}",
    ];

    /// <summary>A server with the features of a domain controller and an empty data drive.</summary>
    public static SimulatedWindows Promotable()
    {
        var windows = new SimulatedWindows();
        windows.Features.States["AD-Domain-Services"] = "Installed";
        windows.Services.All["NTDS"] = new("NTDS") { StartType = "Disabled" };
        windows.Registry.Create(PromotionHandlers.ProductKey)["ProductType"] = "ServerNT";
        windows.Secrets.AddAccount(AdministratorArn, "StackAdmin", AdministratorPassword);
        windows.Secrets.AddAccount(SafeModeArn, "SafeMode", "safe-p\"a's$w0rd");
        var disk = windows.Area<SimulatedDisks>().Attach("vol-0123456789abcdef0");
        (disk.HasPartition, disk.DriveLetter, disk.FileSystem) = (true, 'D', "NTFS");
        DomainPrograms.AddLocator(windows);
        return windows;
    }

    /// <summary>A domain controller that answers: with role 5, the PDC emulator.</summary>
    public static SimulatedWindows Controller(int role = 5)
    {
        var windows = new SimulatedWindows();
        windows.Area<SimulatedDirectory>().Create(Domain, "MAIL");
        PromotionHandlers.Complete(windows, role);
        windows.Advance(TimeSpan.FromMinutes(10));
        return windows;
    }
}
