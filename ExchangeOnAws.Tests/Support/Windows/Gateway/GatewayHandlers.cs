using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The RDS: drive of the module RemoteDesktopServices, and the service behind it.</summary>
public sealed class GatewayHandlers : HandlerGroup
{
    private const string Drive = "RDS:";
    private const string Root = @"RDS:\GatewayServer\";

    public override IEnumerable<Handler> Handlers =>
    [
        Pure("Import-Module", Mount),
        On(Drive, Reads("Test-Path", call => Find(call) is not null)),
        On(Drive, Reads("Get-Item", call => Find(call) ?? throw NotFound(call))),
        On(Drive, Reads("Get-ChildItem", call => Parts(call) switch
        {
            [var kind] => Gateway(call).Policies[kind].Keys.Select(name => Record.Of(("Name", name))),
            [var kind, var name, "UserGroups"] =>
                Policy(call, kind, name)!.Groups.Select(group => Record.Of(("Name", group))),
            _ => throw NotFound(call),
        })),
        On(Drive, Changes("New-Item", call => Create(call))),
        On(Drive, Changes("Set-Item", call => Use(call, call.Text("Value")))),
        On(Drive, Changes("Remove-Item", call => Remove(call))),
        Changes("Restart-Service", call => Restart(call)) with
        {
            When = call => call.Texts("Name").Contains("TSGateway"),
        },
    ];

    private static SimulatedGateway Gateway(Call call)
    {
        var gateway = call.Windows.Area<SimulatedGateway>();
        return gateway.MountedIn == call.Bench
            ? gateway
            : throw CommandException.Terminating(
                "Cannot find drive. A drive with the name 'RDS' does not exist.");
    }

    private static object? Mount(Call call)
    {
        if (call.Text("Name") == "RemoteDesktopServices" && call.Windows.Features.IsInstalled("RDS-Gateway"))
        {
            call.Windows.Area<SimulatedGateway>().MountedIn = call.Bench;
            return null;
        }

        throw CommandException.Terminating(
            $"The specified module '{call.Text("Name")}' was not loaded because no valid "
                + "module file was found in any module directory.");
    }

    private static string[] Parts(Call call) => call.Path[Root.Length..].Split('\\');

    private static SimulatedPolicy? Policy(Call call, string kind, string name) =>
        Gateway(call).Policies[kind].GetValueOrDefault(name);

    private static PSObject? Find(Call call) => Parts(call) switch
    {
        ["SSLCertificate", "Thumbprint"] =>
            Record.Of(("Name", "Thumbprint"), ("CurrentValue", Gateway(call).Thumbprint)),
        [var kind, var name] when Policy(call, kind, name) is not null =>
            Record.Of(("Name", name), ("CurrentValue", null)),
        [var kind, var name, var setting] when Policy(call, kind, name) is { } policy =>
            Record.Of(("Name", setting), ("CurrentValue", policy.Settings[setting])),
        _ => null,
    };

    private static PSObject Create(Call call)
    {
        var (kind, name, groups) = (Parts(call)[0], call.Text("Name"), call.Texts("UserGroups"));
        if (groups.Count == 0 || groups.Any(group => !Gateway(call).KnownGroups.Contains(group)))
        {
            throw CommandException.Terminating($"The user group {string.Join(", ", groups)} is not valid.");
        }

        var setting = kind == "CAP" ? "AuthMethod" : "ComputerGroupType";
        var policy = new SimulatedPolicy(
            new() { ["Status"] = 1, [setting] = call.Number(setting) }, [.. groups]);
        if (!call.Has(setting) || !Gateway(call).Policies[kind].TryAdd(name, policy))
        {
            throw CommandException.Terminating(
                $"A {kind} of the name {name} exists, or {setting} is missing.");
        }

        Gateway(call).IsCurrent = false;
        return Record.Of(("Name", name));
    }

    private static void Use(Call call, string thumbprint)
    {
        var certificates = call.Windows.Area<SimulatedCertificates>().Personal;
        if (certificates.All(certificate => certificate.Thumbprint != thumbprint))
        {
            throw CommandException.Terminating(
                $"{thumbprint} is not the thumbprint of a certificate of this computer.");
        }

        (Gateway(call).Thumbprint, Gateway(call).IsCurrent) = (thumbprint, false);
    }

    private static void Remove(Call call)
    {
        if (Parts(call) is not [var kind, var name]
            || !call.Flag("Recurse") || !Gateway(call).Policies[kind].Remove(name))
        {
            throw NotFound(call);
        }

        Gateway(call).IsCurrent = false;
    }

    private static void Restart(Call call)
    {
        call.Windows.Services.Get("TSGateway").Status = "Running";
        call.Windows.Area<SimulatedGateway>().Start();
    }

    private static CommandException NotFound(Call call) =>
        new($"Cannot find path '{call.Path}' because it does not exist.");
}
