using System.Text.RegularExpressions;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The installation of the Mailbox role, role by role as its log lists them.</summary>
public sealed partial class SimulatedSetup
{
    public const string Version = "15.2.2562.17";
    public const string Key = @"HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\";

    private static readonly string[] s_roles =
    [
        "AdminTools", "HubTransportRole", "ClientAccessRole", "MailboxRole", "FrontendTransportRole",
        "CafeRole",
    ];

    private static readonly string[] s_services =
    [
        "MSExchangeADTopology", "MSExchangeIS", "MSExchangeRepl", "MSExchangeServiceHost",
        "MSExchangeTransport", "MSExchangeFrontEndTransport", "W3SVC",
    ];

    public IEnumerable<string> Roles => HasUnifiedMessaging ? [.. s_roles, "UnifiedMessagingRole"] : s_roles;

    /// <summary>Judged by the registry alone.</summary>
    public bool IsInstalled(SimulatedWindows windows) => Roles.All(role =>
        windows.Registry.Keys.GetValueOrDefault(Key + role) is { } values
        && values.ContainsKey("ConfiguredVersion")
        && !values.ContainsKey("Action") && !values.ContainsKey("Watermark"));

    /// <summary>What an installation leaves that broke off while it configured a role.</summary>
    public static void BreakOff(SimulatedWindows windows, string role)
    {
        foreach (var unpacked in s_roles)
        {
            windows.Registry.Create(Key + unpacked)["UnpackedVersion"] = Version;
        }

        var values = windows.Registry.Create(Key + role);
        (values["Action"], values["Watermark"]) = ("Install", "b5b5a1d0c2f84b5d");
        foreach (var name in s_services)
        {
            windows.Services.All[name] = new(name) { StartType = "Disabled" };
        }
    }

    /// <summary>All of it, as a setup that ends well leaves it.</summary>
    public void Complete(SimulatedWindows windows)
    {
        foreach (var role in Roles)
        {
            var values = windows.Registry.Create(Key + role);
            values["UnpackedVersion"] = values["ConfiguredVersion"] = Version;
            values.Remove("Action");
            values.Remove("Watermark");
        }

        foreach (var name in s_services)
        {
            windows.Services.All[name] = new(name) { StartType = "Automatic", Status = "Running" };
        }

        InstalledAt = windows.Now;
    }

    private string? Install(SimulatedWindows windows, string arguments)
    {
        var forest = windows.Area<SimulatedForest>();
        var isFirst = (forest.Latest.ServerRoles & 1) == 0;
        if (forest.Latest.Organization < Release.Organization)
        {
            return "Exchange organization-level objects have not been created.";
        }

        if (!Rights.Contains("Organization Management") || (isFirst && !Rights.Contains("Enterprise Admins")))
        {
            return "Installation of the first Exchange server in the organization can't be delegated.";
        }

        var path = Database().Match(arguments);
        if (!path.Success || !arguments.Contains("/Roles:Mailbox ", StringComparison.Ordinal))
        {
            return "The parameters of the database are not valid.";
        }

        var isResumed = windows.Registry.Keys.Values.Any(values => values.ContainsKey("Watermark"));
        if ((isResumed && RefusesWatermark) || IsInstalled(windows))
        {
            return "A Setup failure previously occurred while installing the MailboxRole role.";
        }

        if (!isResumed && windows.Files.IsFile(path.Groups["file"].Value))
        {
            return "The database file exists already.";
        }

        // Setup comes to the database late; a server that has one gets no second one.
        var server = windows.Area<SimulatedComputer>().Name;
        var name = path.Groups["name"].Value;
        if (!forest.Databases.ContainsValue(server) && !forest.Databases.TryAdd(name, server))
        {
            BreakOff(windows, "MailboxRole");
            return $"The database name \"{name}\" is in use already in this organization.";
        }

        if (FailsAt.Length > 0)
        {
            BreakOff(windows, FailsAt);
            FailsAt = "";
            return "The following error was generated when \"install-ExsetdataAtom\" was run: "
                + "\"Access is denied.\".";
        }

        // Whether the real one makes the folder is not documented.
        if (!windows.Files.IsFolder(SimulatedFiles.Parent(path.Groups["file"].Value)))
        {
            return "Could not find a part of the path of the database.";
        }

        windows.Files.Write(path.Groups["file"].Value, path.Groups["name"].Value);
        Complete(windows);
        forest.Prepare(windows.Now, forest.Latest with { ServerRoles = 16439 });
        return null;
    }

    [GeneratedRegex("""/MdbName:"(?<name>[^"]+)" /DbFilePath:"(?<file>[^"]+edb)" /LogFolderPath:"[^"]+" """)]
    private static partial Regex Database();
}
