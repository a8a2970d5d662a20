using ExchangeOnAws.Values;
using static ExchangeOnAws.Planning.ServerSteps;

namespace ExchangeOnAws.Planning;

/// <summary>The steps that make a mailbox server of a Windows server: all that needs no cluster.</summary>
internal sealed class MemberSteps(
    MailboxPlan mailbox, ClusterPlan cluster, DirectoryPlan directory,
    IReadOnlyList<VolumePlan> volumes, Preflight preflight, IReadOnlyList<string> joinable)
{
    private readonly RebuildSteps _rebuild = new(cluster, directory);

    // Microsoft, "Install Exchange Mailbox servers" (2021): setup takes about an hour.
    private const int SetupMinutes = 60;

    /// <summary>What needs no domain, and so runs while the domain controllers are being made.</summary>
    public IEnumerable<StepPlan> Prepare(HostPlan host)
    {
        StepPlan[] chain = [.. LinkedStep.Chain(host, Preparation(host))];
        return
        [
            .. chain,
            .. directory.IsExisting
                ? [JoinOnly(host, directory, [chain[^1].Id, .. joinable, .. _rebuild.BeforeJoining(host)])]
                : Join(host, directory, [chain[^1].Id, .. joinable, .. _rebuild.BeforeJoining(host)]),
            Step(host, "setup-account", "Exchange/Add-SetupAccount", minutes: 1,
                after: [Id(host, "join")],
                ("NetBiosName", StepArgument.Of(directory.NetBiosName)),
                ("SetupSecretArn", StepArgument.SecretArn(SecretPlan.Setup))),
        ];
    }

    /// <summary>The step after which setup can run on the server.</summary>
    public static string Prepared(HostPlan host) => Id(host, "setup-account");

    /// <summary>The installation, and the license where there is one.</summary>
    public IEnumerable<StepPlan> Install(HostPlan host, IEnumerable<string> after)
    {
        // Setup makes a database on every server. It gets the name, and so the
        // place, of one that is mounted there anyway.
        var database = cluster.Databases.First(each => each.Copies[0].Member == host.Name).Name;
        return
        [
            Step(host, "mailbox-role", "Mailbox/Install-MailboxRole", SetupMinutes,
                [Prepared(host), .. after],
                ("DomainName", StepArgument.Of(directory.DomainName)),
                ("SetupSecretArn", StepArgument.SecretArn(SecretPlan.Setup)),
                ("DatabaseName", StepArgument.Of(database)),
                ("DatabasePath", StepArgument.Of(MailboxPaths.DatabaseFile(database))),
                ("LogPath", StepArgument.Of(MailboxPaths.LogFolder(database))),
                ("SetupSwitches", StepArgument.Of(mailbox.Release.SetupSwitches)),
                ("Recover", StepArgument.Of(cluster.Rebuilt.Contains(host) ? "true" : ""))),
            .. ExchangeServerSteps.ProductKey(host, mailbox.ProductKeySecretArn, Id(host, "mailbox-role")),
        ];
    }

    /// <summary>The step after which the server is a mailbox server.</summary>
    public string Installed(HostPlan host) =>
        Id(host, mailbox.ProductKeySecretArn is null ? "mailbox-role" : "product-key");

    private IEnumerable<LinkedStep> Preparation(HostPlan host) =>
    [
        AgentService,
        ExchangeServerSteps.Name(host),
        .. volumes.Where(volume => volume.Host == host.Name).Select(volume => new LinkedStep(
            $"{volume.Name}-volume", "Windows/Initialize-DataVolume", 1, VolumeArguments(volume))),
        ExchangeServerSteps.Features(mailbox.Release.Features, minutes: 10),
        .. OfExistingDomain(host),
        .. ExchangeServerSteps.Windows([MailboxPaths.DatabaseRoot, MailboxPaths.LogRoot]),
        .. ExchangeServerSteps.Software(mailbox.Media, mailbox.Release.Packages),
    ];

    // An existing domain answers from the start, so what is missing in it is told before the long steps.
    private IEnumerable<LinkedStep> OfExistingDomain(HostPlan host)
    {
        if (directory.IsExisting)
        {
            yield return DnsClientLink(directory);
            if (host == cluster.Members[0])
            {
                yield return preflight.Link;
            }
        }
    }
}
