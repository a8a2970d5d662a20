using ExchangeOnAws.Tests.Scripts;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Exchange's Setup.exe on a server without a domain: the Edge Transport role.</summary>
public sealed class SimulatedEdgeSetup
{
    public static readonly string[] Roles = ["AdminTools", "EdgeTransportRole"];

    private static readonly string[] s_services =
        ["ADAM_MSExchange", "MSExchangeEdgeCredential", "MSExchangeServiceHost", "MSExchangeTransport"];

    /// <summary>The next installation breaks off while it configures the role, once.</summary>
    public bool Fails { get; set; }

    /// <summary>It says that all is well and has done nothing.</summary>
    public bool IsIdle { get; set; }

    /// <summary>The full name that Exchange was installed under.</summary>
    public string InstalledAs { get; private set; } = "";

    public DateTime? InstalledAt { get; private set; }

    /// <summary>The account and the arguments of each run.</summary>
    public List<string> Runs { get; } = [];

    public static SimulatedEdgeSetup AddTo(SimulatedWindows windows, TimeSpan duration)
    {
        var setup = windows.Area<SimulatedEdgeSetup>();
        ExchangeImages.Save(windows);
        windows.Programs.Add("Setup.exe", Effect.Changes, setup.Run, duration);
        return setup;
    }

    public static bool IsInstalled(SimulatedWindows windows) => Roles.All(role =>
        windows.Registry.Keys.GetValueOrDefault(SimulatedSetup.Key + role) is { } values
        && values.ContainsKey("ConfiguredVersion") && !values.ContainsKey("Watermark"));

    /// <summary>All of it, as a setup that ends well leaves it.</summary>
    public void Complete(SimulatedWindows windows)
    {
        foreach (var role in Roles)
        {
            var values = windows.Registry.Create(SimulatedSetup.Key + role);
            values["UnpackedVersion"] = values["ConfiguredVersion"] = SimulatedSetup.Version;
            values.Remove("Action");
            values.Remove("Watermark");
        }

        SetServices(windows, "Automatic");
        (InstalledAs, InstalledAt) = (SimulatedSuffix.FullName(windows), windows.Now);
    }

    private ProgramEnd Run(ProgramStart start)
    {
        var windows = start.Windows;
        Runs.Add($"{start.User} {start.Arguments}");
        windows.Files.CreateFolder(SimulatedSetup.Folder);
        SimulatedSetup.Write(windows, "[0] Starting Microsoft Exchange Server Subscription Edition Setup");
        var fault = IsIdle ? null : Refusal(start) ?? Install(windows);
        if (fault is null)
        {
            return new(0);
        }

        SimulatedSetup.Write(windows, $"[1] [ERROR] {fault}");
        return new(1, "The Exchange Server setup operation didn't complete.");
    }

    private static string? Refusal(ProgramStart start)
    {
        var windows = start.Windows;
        var switches = start.Arguments.Split(' ');
        return (0 switch
        {
            _ when !windows.Area<SimulatedDiskImages>().Mounted.ContainsValue(start.Path[0]) =>
                "The system cannot find the path specified.",
            _ when !switches.Contains("/IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF") =>
                "You must accept the license terms.",
            _ when !switches.Contains("/Mode:Install") || !switches.Contains("/Roles:EdgeTransport") =>
                "The parameters are not valid.",
            _ when !windows.Area<SimulatedComputer>().LocalGroups["Administrators"].Contains(start.User) =>
                "The user must be a member of the local Administrators group.",
            _ when !SimulatedSuffix.FullName(windows).Contains('.') =>
                "The primary DNS suffix has not been configured on this computer.",
            _ when !windows.Features.IsInstalled("ADLDS") =>
                "Active Directory Lightweight Directory Services must be installed.",
            _ when IsInstalled(windows) => "The Edge Transport role is installed already.",
            _ => null,
        });
    }

    private string? Install(SimulatedWindows windows)
    {
        if (!Fails)
        {
            Complete(windows);
            return null;
        }

        Fails = false;
        Array.ForEach(Roles, role => windows.Registry.Create(SimulatedSetup.Key + role)["UnpackedVersion"] =
            SimulatedSetup.Version);
        var values = windows.Registry.Create(SimulatedSetup.Key + "EdgeTransportRole");
        (values["Action"], values["Watermark"]) = ("Install", "b5b5a1d0c2f84b5d");
        SetServices(windows, "Disabled");
        return "The following error was generated when \"install-Adam\" was run: \"Access is denied.\".";
    }

    private static void SetServices(SimulatedWindows windows, string startType)
    {
        foreach (var name in s_services)
        {
            windows.Services.All[name] = new(name)
            {
                StartType = startType,
                Status = startType == "Automatic" ? "Running" : "Stopped",
            };
        }
    }
}
