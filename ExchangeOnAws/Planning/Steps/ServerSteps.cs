using System.Globalization;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>How steps are named and put together, whatever server they are for.</summary>
internal static class ServerSteps
{
    public static StepPlan Step(
        StepTarget target, string name, string script, int minutes, IEnumerable<string> after,
        IEnumerable<(string Name, StepArgument Argument)> arguments) => new()
        {
            Id = Id(target, name),
            Target = target,
            Script = script,
            Arguments = arguments.ToDictionary(argument => argument.Name, argument => argument.Argument),
            After = [.. after],
            Minutes = minutes,
        };

    public static StepPlan Step(
        HostPlan host, string name, string script, int minutes, IEnumerable<string> after,
        params (string Name, StepArgument Argument)[] arguments) =>
        Step(StepTarget.Of(host), name, script, minutes, after, arguments);

    /// <summary>
    /// The first step of every server, before the first restart: the agent that runs the steps survives
    /// those.
    /// </summary>
    public static LinkedStep AgentService { get; } = new("agent-service", "Windows/Set-AgentService", 1);

    /// <summary>The two steps by which a server becomes a member of the domain.</summary>
    public static IEnumerable<StepPlan> Join(
        HostPlan host, DirectoryPlan directory, IEnumerable<string> after) =>
        [DnsClient(host, directory, after), JoinOnly(host, directory, [Id(host, "dns-client")])];

    /// <summary>The server asks the domain's name servers.</summary>
    public static StepPlan DnsClient(HostPlan host, DirectoryPlan directory, IEnumerable<string> after) =>
        DnsClientLink(directory).On(host, after);

    /// <summary>The same in a chain.</summary>
    public static LinkedStep DnsClientLink(DirectoryPlan directory) =>
        new("dns-client", "Windows/Set-DnsClient", 1,
            ("DnsServers", StepArgument.Of(directory.DnsServers.Select(server => server.ToString()))),
            ("MustResolve", StepArgument.Of(directory.MustResolve)));

    /// <summary>A server that asks the domain's name servers joins the domain.</summary>
    public static StepPlan JoinOnly(HostPlan host, DirectoryPlan directory, IEnumerable<string> after) =>
        Step(host, "join", "Windows/Join-Domain", minutes: 5, after,
            ("DomainName", StepArgument.Of(directory.DomainName)),
            ("JoinSecretArn", StepArgument.SecretArn(SecretPlan.Join)),
            ("OrganizationalUnit", StepArgument.Of(directory.OrganizationalUnit)));

    public static string Id(HostPlan host, string name) => Id(StepTarget.Of(host), name);

    public static string Id(StepTarget target, string name) => $"{target.Name.ToLowerInvariant()}-{name}";

    /// <summary>What Windows/Initialize-DataVolume is told of a volume.</summary>
    public static (string Name, StepArgument Argument)[] VolumeArguments(VolumePlan volume) =>
    [
        ("VolumeId", StepArgument.VolumeId(volume)),
        ("DriveLetter", StepArgument.Of(volume.DriveLetter.ToString())),
        ("Label", StepArgument.Of(volume.Name)),
        ("FileSystem", StepArgument.Of(volume.FileSystem == FileSystem.ReFS ? "ReFS" : "NTFS")),
        ("AllocationUnitBytes",
            StepArgument.Of(volume.AllocationUnitBytes.ToString(CultureInfo.InvariantCulture))),

        // So that the step runs again, and extends the partition, when the volume has grown.
        ("SizeGiB", StepArgument.Of(volume.Settings.SizeGiB.ToString(CultureInfo.InvariantCulture))),
    ];
}
