using static ExchangeOnAws.Planning.ServerSteps;

namespace ExchangeOnAws.Planning;

/// <summary>
/// The steps that make a forest of its domain controllers, one after another, and prove that it works.
/// </summary>
/// <param name="directory">The domain controllers; none with an existing domain.</param>
/// <param name="network">The networks that the site holds.</param>
/// <param name="volumes">The data volumes.</param>
/// <param name="preflight">The steps that prove an existing domain fit; none for a new forest.</param>
internal sealed class DirectorySteps(
    DirectoryPlan directory, NetworkPlan network, IReadOnlyList<VolumePlan> volumes,
    IReadOnlyList<string> preflight)
{
    // The VPC's own resolver, at the same address in every VPC (VPC user guide, "Amazon DNS server").
    private const string VpcResolver = "169.254.169.253";

    private const string Loopback = "127.0.0.1";

    private HostPlan First => directory.DomainControllers[0];

    public IEnumerable<StepPlan> Plan() => directory.DomainControllers.Count == 0
        ? []
        :
        [
            .. directory.DomainControllers.SelectMany(Prepare),
            .. Forest(),
            .. directory.DomainControllers.Skip(1).SelectMany(Promote),
            .. directory.DomainControllers.SelectMany(Finish),
        ];

    /// <summary>The steps after which servers can join the domain.</summary>
    public IReadOnlyList<string> Ready => directory.IsExisting
        ? preflight
        : [.. directory.DomainControllers.Select(host => Id(host, "health"))];

    /// <summary>The steps after which there is an account to join with; not before all is healthy.</summary>
    public IReadOnlyList<string> Joinable => directory.IsExisting ? preflight : [Id(First, "accounts")];

    // What needs no domain runs on all domain controllers at once.
    private IEnumerable<StepPlan> Prepare(HostPlan host)
    {
        var volume = volumes.Single(volume => volume.Host == host.Name);
        yield return AgentService.On(host, []);
        yield return Step(host, "name", "Windows/Set-ComputerName", minutes: 15,
            after: [Id(host, AgentService.Name)],
            ("ComputerName", StepArgument.Of(host.Name)));
        yield return Step(host, "volume", "Windows/Initialize-DataVolume", minutes: 1,
            after: [Id(host, "name")],
            VolumeArguments(volume));
        yield return Step(host, "features", "Directory/Install-DirectoryFeatures", minutes: 5,
            after: [Id(host, "volume")]);
    }

    private IEnumerable<StepPlan> Forest()
    {
        yield return Step(First, "forest", "Directory/Install-Forest", minutes: 15,
            after: [Id(First, "features")],
            ("DomainName", StepArgument.Of(directory.DomainName)),
            ("NetBiosName", StepArgument.Of(directory.NetBiosName)),
            ("AdministratorSecretArn", StepArgument.SecretArn(SecretPlan.Administrator)),
            ("SafeModeSecretArn", StepArgument.SecretArn(SecretPlan.SafeMode)),
            ("DataDrive", StepArgument.Of("D")),
            ("Controllers", StepArgument.Of(
                directory.DomainControllers.Skip(1).Select(host => host.PrivateIp!.ToString()))));
        yield return Step(First, "dns", "Directory/Set-DnsService", minutes: 1,
            after: [Id(First, "forest")],
            ("Forwarder", StepArgument.Of(VpcResolver)),
            ("ReverseNetworks", StepArgument.Of(network.OwnBlocks.Select(block => block.ToString()))));
        yield return Step(First, "site", "Directory/Set-DirectorySite", minutes: 1,
            after: [Id(First, "dns")],
            ("SiteName", StepArgument.Of(directory.SiteName)),
            ("Networks", StepArgument.Of(network.OwnBlocks.Select(block => block.ToString()))));
        yield return Step(First, "recycle-bin", "Directory/Enable-RecycleBin", minutes: 1,
            after: [Id(First, "site")],
            ("DomainName", StepArgument.Of(directory.DomainName)));
        yield return Step(First, "accounts", "Directory/Set-DirectoryAccounts", minutes: 2,
            after: [Id(First, "recycle-bin")],
            ("DomainName", StepArgument.Of(directory.DomainName)),
            ("OrganizationalUnit", StepArgument.Of(directory.OrganizationalUnit)),
            ("AdministratorName", StepArgument.Of(directory.AdministratorName)),
            ("AdministratorSecretArn", StepArgument.SecretArn(SecretPlan.Administrator)),
            ("JoinSecretArn", StepArgument.SecretArn(SecretPlan.Join)),
            ("SetupSecretArn", StepArgument.SecretArn(SecretPlan.Setup)),
            ("GatewayUsersGroup", StepArgument.Of(directory.GatewayUsersGroup)));
    }

    // One after another: each finds the site and replicates from those before it.
    private IEnumerable<StepPlan> Promote(HostPlan host)
    {
        var previous = directory.DomainControllers.TakeWhile(other => other != host).Last();
        yield return Step(host, "dns-client", "Windows/Set-DnsClient", minutes: 1,
            after: [Id(host, "features"), Id(First, "accounts")],
            ("DnsServers", StepArgument.Of(First.PrivateIp!.ToString())));
        yield return Step(host, "promotion", "Directory/Install-DomainController", minutes: 12,
            after: [Id(host, "dns-client"), .. previous == First ? [] : new[] { Id(previous, "promotion") }],
            ("DomainName", StepArgument.Of(directory.DomainName)),
            ("SiteName", StepArgument.Of(directory.SiteName)),
            ("AdministratorSecretArn", StepArgument.SecretArn(SecretPlan.Administrator)),
            ("SafeModeSecretArn", StepArgument.SecretArn(SecretPlan.SafeMode)),
            ("DataDrive", StepArgument.Of("D")));
    }

    // A partner first and itself last:
    // a domain controller that asks only itself waits for itself when it starts.
    private IEnumerable<StepPlan> Finish(HostPlan host)
    {
        HostPlan[] partners = [.. directory.DomainControllers.Where(other => other != host)];
        var promotions = directory.DomainControllers.Skip(1).Select(other => Id(other, "promotion"));
        yield return Step(host, "dns-partners", "Windows/Set-DnsClient", minutes: 1,
            after: [.. promotions, Id(First, "accounts")],
            ("DnsServers", StepArgument.Of(
                [.. partners.Select(partner => partner.PrivateIp!.ToString()), Loopback])));
        yield return Step(host, "time", "Directory/Set-TimeSource", minutes: 1,
            after: [Id(host, "dns-partners")],
            ("TimeServer", StepArgument.Of(DirectoryPlan.TimeServer)),
            ("DomainName", StepArgument.Of(directory.DomainName)));
        yield return Step(host, "health", "Directory/Confirm-DomainController", minutes: 3,
            after: [Id(host, "time")],
            ("DomainName", StepArgument.Of(directory.DomainName)),
            ("Partners", StepArgument.Of(partners.Select(partner => partner.Name))));
    }
}
