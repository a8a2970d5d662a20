using static ExchangeOnAws.Planning.ServerSteps;

namespace ExchangeOnAws.Planning;

/// <summary>What members and Edge servers have in common before Exchange is installed.</summary>
internal static class ExchangeServerSteps
{
    // Microsoft, "Exchange Server system requirements" (2021): a fixed page file, a quarter of memory.
    private const int PageFilePercent = 25;

    public static LinkedStep Name(HostPlan host) =>
        new("name", "Windows/Set-ComputerName", 15, ("ComputerName", StepArgument.Of(host.Name)));

    public static LinkedStep Features(IEnumerable<string> features, int minutes) =>
        new("features", "Windows/Install-Features", minutes, ("Features", StepArgument.Of(features)));

    /// <summary>Windows as Exchange wants it, with these folders left alone by Defender.</summary>
    public static IEnumerable<LinkedStep> Windows(IEnumerable<string> folders) =>
    [
        new("windows-settings", "Windows/Set-WindowsSettings", 4),
        new("tls", "Exchange/Set-TlsSettings", 4),
        new("page-file", "Exchange/Set-PageFile", 4, ("PercentOfMemory", StepArgument.Of(PageFilePercent))),
        new("defender", "Exchange/Set-DefenderExclusions", 1, ("Folders", StepArgument.Of(folders))),
    ];

    /// <summary>The installation image and the packages that Exchange needs.</summary>
    public static IEnumerable<LinkedStep> Software(MediaPlan media, IEnumerable<PackagePlan> packages) =>
    [
        new("media", "Exchange/Save-Media", 10,
            ("Source", media.Source is { } source
                ? StepArgument.Of(source)
                : StepArgument.FromDeployment(MediaPlan.OwnAddress)),
            ("Hash", StepArgument.Of(media.Sha256 ?? "")),
            ("Signer", StepArgument.Of(ExchangeReleases.Signer))),
        .. packages.Select(package => new LinkedStep(
            package.Id, "Windows/Install-Package", package.Minutes,
            ("Name", StepArgument.Of(package.Name)),
            ("Source", StepArgument.Of(package.Source)),
            ("Hash", StepArgument.Of(package.Sha256 ?? "")),
            ("Signer", StepArgument.Of(ExchangeReleases.Signer)),
            ("InstallerArguments", StepArgument.Of(package.InstallerArguments)),
            ("DetectionKey", StepArgument.Of(package.DetectionKey)),
            ("DetectionValue", StepArgument.Of(package.DetectionValue ?? "")),
            ("MinimumVersion", StepArgument.Of(package.MinimumVersion ?? "")))),
    ];

    /// <summary>The license, where there is one.</summary>
    public static IEnumerable<StepPlan> ProductKey(HostPlan host, string? secretArn, string installed) =>
        secretArn is null
            ? []
            :
            [
                Step(host, "product-key", "Exchange/Set-ProductKey", minutes: 2, [installed],
                    ("ProductKeySecretArn", StepArgument.GivenSecretArn(secretArn))),
            ];
}
