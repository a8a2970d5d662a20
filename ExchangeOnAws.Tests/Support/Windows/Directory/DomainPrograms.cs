using System.Text.RegularExpressions;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The commands of Windows that know domains.</summary>
public static partial class DomainPrograms
{
    private static readonly Dictionary<string, string> s_rights = new()
    {
        ["CCDC"] = "CreateChild, DeleteChild",
        ["CA"] = "ExtendedRight",
        ["WS"] = "Self",
        ["RPWP"] = "ReadProperty, WriteProperty",
    };

    // Schema and rights as MS-ADSC and MS-ADTS list them.
    private static readonly Dictionary<string, string> s_types = new()
    {
        [""] = "00000000-0000-0000-0000-000000000000",
        ["computer"] = "bf967a86-0de6-11d0-a285-00aa003049e2",
        ["Reset Password"] = "00299570-246d-11d0-a768-00aa006e0529",
        ["Account Restrictions"] = "4c164200-20c0-11d0-a768-00aa006e0529",
        ["Validated write to DNS host name"] = "72e39547-7b18-11d1-adef-00c04fd8d5cd",
        ["Validated write to service principal name"] = "f3a64788-5306-11d1-a9c5-0000f80367c1",
    };

    /// <summary>nltest.exe /dsgetdc: finds a domain that answers and that the DNS servers know.</summary>
    public static void AddLocator(SimulatedWindows windows, DateTime? readyAt = null) =>
        windows.Programs.Add("nltest.exe", Effect.Reads, start =>
        {
            var domain = start.Arguments.Split(' ')[0].Replace("/dsgetdc:", "", StringComparison.Ordinal);
            return windows.Area<SimulatedComputer>().CanFind(domain)
                && windows.Now >= (readyAt ?? windows.Now)
                ? new(0, $"DC: \\\\DC1.{domain}")
                : new(1355, "Getting DC name failed: Status = 1355 0x54b ERROR_NO_SUCH_DOMAIN");
        });

    /// <summary>dsacls.exe: grants to and revokes from an account in a unit.</summary>
    public static void AddAccessLists(SimulatedWindows windows) =>
        windows.Programs.Add("dsacls.exe", Effect.Changes, start =>
        {
            var match = Statement().Match(start.Arguments);
            if (!match.Success)
            {
                return new(87, "The parameter is incorrect.");
            }

            var unit = windows.Area<SimulatedDirectory>()
                .Get("organizationalUnit", match.Groups["unit"].Value);
            var account = match.Groups["account"].Value;
            if (match.Groups["permission"].Value.Split(';') is not [var rights, var type, .. var inherited])
            {
                unit.Access.RemoveWhere(
                    entry => entry.StartsWith(account + "|", StringComparison.OrdinalIgnoreCase));
                return new(0, "The command completed successfully");
            }

            var heirs = s_types[inherited.FirstOrDefault("")];
            unit.Access.Add(string.Join('|', account, s_rights[rights], s_types[type], heirs));
            return new(0, "The command completed successfully");
        });

    /// <summary>w32tm.exe /config: writes what the time service reads.</summary>
    public static void AddTime(SimulatedWindows windows)
    {
        const string Key = @"HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\";
        windows.Services.All["W32Time"] = new("W32Time");
        windows.Registry.Create(Key + "Parameters")["Type"] = "NTP";
        windows.Registry.Create(Key + "Config")["AnnounceFlags"] = 10;
        windows.Programs.Add("w32tm.exe", Effect.Changes, start =>
        {
            if (start.Arguments.Contains("/update", StringComparison.Ordinal)
                && windows.Services.Get("W32Time").Status != "Running")
            {
                return new(1062, "The service has not been started. (0x80070426)");
            }

            var isManual = start.Arguments.Contains("/syncfromflags:manual", StringComparison.Ordinal);
            var peers = Peers().Match(start.Arguments);
            windows.Registry.Create(Key + "Parameters")["Type"] = isManual ? "NTP" : "NT5DS";
            windows.Registry.Create(Key + "Config")["AnnounceFlags"] =
                start.Arguments.Contains("/reliable:yes", StringComparison.Ordinal) ? 5 : 10;
            if (peers.Success)
            {
                windows.Registry.Create(Key + "Parameters")["NtpServer"] = peers.Groups[1].Value;
            }

            return new(0, "The command completed successfully.");
        });
    }

    [GeneratedRegex(@"^\\\\localhost\\(?<unit>\S+) "
        + @"(/R (?<account>\S+)|/I:[TS] /G (?<account>[^:]+):(?<permission>.+))$")]
    private static partial Regex Statement();

    [GeneratedRegex(@"/manualpeerlist:(\S+)")]
    private static partial Regex Peers();
}
