using System.Globalization;
using static ExchangeOnAws.Planning.ServerSteps;

namespace ExchangeOnAws.Planning;

/// <summary>The steps that make a mailbox server of a Windows server: all that needs no cluster.</summary>
internal sealed class MemberSteps(
    MailboxPlan mailbox, ClusterPlan cluster, DirectoryPlan directory,
    IReadOnlyList<VolumePlan> volumes, IReadOnlyList<string> joinable)
{
    // Microsoft, "Exchange Server system requirements" (2021): a fixed page file, a quarter of memory.
    private const int PageFilePercent = 25;

    // The same page: setup takes about an hour.
    private const int SetupMinutes = 60;

    /// <summary>What needs no domain, and so runs while the domain controllers are being made.</summary>
    public IEnumerable<StepPlan> Prepare(HostPlan host)
    {
        var previous = Array.Empty<string>();
        foreach (var (name, script, minutes, arguments) in Preparation(host))
        {
            yield return Step(host, name, script, minutes, previous, arguments) with
            {
                // Downloads and installers are given their time.
                WaitsLong = script is "Server/Save-Media" or "Server/Install-Package",
            };
            previous = [Id(host, name)];
        }

        foreach (var step in Join(host, directory, [.. previous, .. joinable]))
        {
            yield return step;
        }

        yield return Step(host, "setup-account", "Server/Add-SetupAccount", minutes: 1,
            after: [Id(host, "join")],
            ("NetBiosName", StepArgument.Of(directory.NetBiosName)),
            ("SetupSecretArn", StepArgument.SecretArn(SecretPlan.Setup)));
    }

    /// <summary>The step after which setup can run on the server.</summary>
    public static string Prepared(HostPlan host) => Id(host, "setup-account");

    /// <summary>The installation, and the license where there is one.</summary>
    public IEnumerable<StepPlan> Install(HostPlan host, IEnumerable<string> after)
    {
        // Setup makes a database on every server. It gets the name, and so the
        // place, of one that is mounted there anyway.
        var database = cluster.Databases.First(each => each.Copies[0].Member == host.Name).Name;
        yield return Step(host, "mailbox-role", "Mailbox/Install-MailboxRole", SetupMinutes,
            [Prepared(host), .. after],
            ("DomainName", StepArgument.Of(directory.DomainName)),
            ("SetupSecretArn", StepArgument.SecretArn(SecretPlan.Setup)),
            ("DatabaseName", StepArgument.Of(database)),
            ("DatabasePath", StepArgument.Of(MailboxPaths.DatabaseFile(database))),
            ("LogPath", StepArgument.Of(MailboxPaths.LogFolder(database))),
            ("SetupSwitches", StepArgument.Of(mailbox.Release.SetupSwitches)));
        if (mailbox.ProductKeySecretArn is { } productKey)
        {
            yield return Step(host, "product-key", "Mailbox/Set-ProductKey", minutes: 2,
                after: [Id(host, "mailbox-role")],
                ("ProductKeySecretArn", StepArgument.GivenSecretArn(productKey)));
        }
    }

    /// <summary>The step after which the server is a mailbox server.</summary>
    public string Installed(HostPlan host) =>
        Id(host, mailbox.ProductKeySecretArn is null ? "mailbox-role" : "product-key");

    private IEnumerable<(string Name, string Script, int Minutes, (string, StepArgument)[] Arguments)>
        Preparation(HostPlan host) =>
    [
        ("name", "Server/Set-ComputerName", 15, [("ComputerName", StepArgument.Of(host.Name))]),
        .. volumes.Where(volume => volume.Host == host.Name).Select(volume => (
            $"{volume.Name}-volume", "Server/Initialize-DataVolume", 1, VolumeArguments(volume))),
        ("features", "Server/Install-Features", 10,
            [("Features", StepArgument.Of(mailbox.Release.Features))]),
        ("windows-settings", "Server/Set-WindowsSettings", 4, []),
        ("tls", "Server/Set-TlsSettings", 4, []),
        ("page-file", "Server/Set-PageFile", 4,
            [("PercentOfMemory", StepArgument.Of(PageFilePercent.ToString(CultureInfo.InvariantCulture)))]),
        ("defender", "Server/Set-DefenderExclusions", 1,
            [("Folders", StepArgument.Of([MailboxPaths.DatabaseRoot, MailboxPaths.LogRoot]))]),
        ("media", "Server/Save-Media", 10,
        [
            ("Source", mailbox.Media.Source is { } source
                ? StepArgument.Of(source)
                : StepArgument.FromDeployment(MediaPlan.OwnAddress)),
            ("Hash", StepArgument.Of(mailbox.Media.Sha256 ?? "")),
            ("Signer", StepArgument.Of(ExchangeReleases.Signer)),
        ]),
        .. mailbox.Release.Packages.Select(package => (
            package.Id, "Server/Install-Package", package.Minutes, PackageArguments(package))),
    ];

    private static (string, StepArgument)[] PackageArguments(PackagePlan package) =>
    [
        ("Name", StepArgument.Of(package.Name)),
        ("Source", StepArgument.Of(package.Source)),
        ("Hash", StepArgument.Of(package.Sha256 ?? "")),
        ("Signer", StepArgument.Of(ExchangeReleases.Signer)),
        ("InstallerArguments", StepArgument.Of(package.InstallerArguments)),
        ("DetectionKey", StepArgument.Of(package.DetectionKey)),
        ("DetectionValue", StepArgument.Of(package.DetectionValue ?? "")),
        ("MinimumVersion", StepArgument.Of(package.MinimumVersion ?? "")),
    ];
}
