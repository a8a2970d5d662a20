using ExchangeOnAws.Tests.Scripts;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Exchange's Setup.exe: what it looks at, what it writes, and how it fails.</summary>
public sealed partial class SimulatedSetup
{
    public const string Folder = @"C:\ExchangeSetupLogs";
    public const string Log = Folder + @"\ExchangeSetup.log";

    /// <summary>What this release makes of the directory: Exchange Server SE.</summary>
    public static readonly ExchangePreparation Release = new(17003, 16763, 13243);

    /// <summary>Groups that the setup account is in.</summary>
    public HashSet<string> Rights { get; } = [];

    /// <summary>A setup that this machine runs already.</summary>
    public DateTime RunsUntil { get; set; }

    /// <summary>The next installation breaks off at this role, once.</summary>
    public string FailsAt { get; set; } = "";

    /// <summary>Unattended setup can refuse to resume.</summary>
    public bool RefusesWatermark { get; set; }

    /// <summary>It says that all is well and has done nothing.</summary>
    public bool IsIdle { get; set; }

    /// <summary>Exchange 2016 has a role more.</summary>
    public bool HasUnifiedMessaging { get; set; }

    public DateTime? InstalledAt { get; set; }

    /// <summary>The arguments of each run.</summary>
    public List<string> Runs { get; } = [];

    /// <summary>Puts it on the machine's media; it takes its documented time.</summary>
    public static SimulatedSetup AddTo(SimulatedWindows windows, TimeSpan duration)
    {
        var setup = windows.Area<SimulatedSetup>();
        ExchangeImages.Save(windows);
        windows.Registry.Create(@"HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full")["Release"] =
            528449;
        windows.Area<SimulatedComputer>().LocalGroups["Administrators"].Add(@"CORP\installer");
        windows.Programs.Add("Setup.exe", Effect.Changes, setup.Run, duration);
        return setup;
    }

    private ProgramEnd Run(ProgramStart start)
    {
        var windows = start.Windows;
        if (!windows.Area<SimulatedDiskImages>().Mounted.ContainsValue(start.Path[0]))
        {
            return new(1, "The system cannot find the path specified.");
        }

        Runs.Add(start.Arguments);
        windows.Files.CreateFolder(Folder);
        Write(windows, "[0] Starting Microsoft Exchange Server Subscription Edition Setup");
        if (IsIdle)
        {
            return new(0);
        }

        var fault = Refusal(start) ?? Act(windows, start.Arguments);
        if (fault is null)
        {
            Write(windows, "[0] The Exchange Server setup operation completed successfully.");
            return new(0);
        }

        Write(windows, $"[1] [ERROR] {fault}");
        Write(windows, "[0] The Exchange Server setup operation didn't complete.");
        return new(1, "The Exchange Server setup operation didn't complete.");
    }

    /// <summary>Prerequisites of every run.</summary>
    private static string? Refusal(ProgramStart start)
    {
        var windows = start.Windows;
        if (!start.Arguments.Split(' ').Contains("/IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF"))
        {
            return "You must accept the license terms.";
        }

        if (!start.User.Equals("installer@corp.example.com", StringComparison.OrdinalIgnoreCase))
        {
            return "You must be logged on to a domain account.";
        }

        var key = windows.Registry[@"HKLM:\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full", "Release"];
        return key is not >= 528040
            ? "This computer requires .NET Framework 4.8."
            : windows.Registry.Keys.Keys.Any(name => name.EndsWith("RebootPending", StringComparison.Ordinal))
                ? "This computer needs to be restarted before Setup can continue."
                : windows.Area<SimulatedComputer>().LocalGroups["Administrators"].Contains(@"CORP\installer")
                    ? null
                    : "The user must be a member of the local Administrators group.";
    }

    private string? Act(SimulatedWindows windows, string arguments) => arguments.Split(' ')[0] switch
    {
        "/PrepareSchema" => PrepareSchema(windows),
        "/PrepareAD" => PrepareDirectory(windows, arguments),
        "/PrepareAllDomains" => PrepareDomains(windows),
        "/Mode:Install" => Install(windows, arguments),
        "/Mode:RecoverServer" => Recover(windows, arguments),
        var other => $"The parameter {other} is not known.",
    };

    public static void Write(SimulatedWindows windows, string line)
    {
        var before = windows.Files.IsFile(Log) ? windows.Files.Read(Log) : "";
        windows.Files.Write(Log, $"{before}[11/01/2026 12:00:00.0000] {line}\n");
    }
}
