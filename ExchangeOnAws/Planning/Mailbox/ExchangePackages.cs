namespace ExchangeOnAws.Planning;

/// <summary>The packages that Exchange releases need.</summary>
internal static class ExchangePackages
{
    private const string Uninstall = @"HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*";

    /// <summary>What Exchange 2019 and Subscription Edition RTM need.</summary>
    /// <remarks>
    /// Addresses: Microsoft, "Exchange Server prerequisites". Versions:
    /// microsoft/CSS-Exchange, HealthChecker (April 2026).
    /// </remarks>
    public static IReadOnlyList<PackagePlan> Of2019 { get; } =
    [
        VisualC("vc-2012", "Microsoft Visual C++ 2012 x64 Additional Runtime", "184610406",
            "https://download.microsoft.com/download/1/6/B/16B06F60-3B20-4FF2-B699-5E9B7962F9AE/VSU_4/"
                + "vcredist_x64.exe"),
        VisualC("vc-2013", "Microsoft Visual C++ 2013 x64 Additional Runtime", "201367256",
            "https://download.visualstudio.microsoft.com/download/pr/10912041/"
                + "cee5d6bca2ddbcd039da727bf4acb48a/vcredist_x64.exe"),
        new("url-rewrite", "IIS URL Rewrite Module 2",
            "https://download.microsoft.com/download/1/2/8/128E2E22-C1B9-44A4-BE2A-5859ED1D4592/"
                + "rewrite_amd64_en-US.msi",
            "", @"HKLM:\SOFTWARE\Microsoft\IIS Extensions\URL Rewrite", Minutes: 1)
        {
            DetectionValue = "Version",
        },
        new("ucma", "Unified Communications Managed API 4.0 Runtime",
            @"media:\UCMARedist\Setup.exe", "-q",
            @"HKLM:\SOFTWARE\Microsoft\UCMA\{902F4F35-D5DC-4363-8671-D5EF0D26C21D}", Minutes: 3)
        {
            DetectionValue = "Version",
        },
    ];

    /// <summary>What their Edge Transport role needs: no web server, no voice.</summary>
    public static IReadOnlyList<PackagePlan> EdgeOf2019 { get; } =
        [.. Of2019.Where(package => package.Id is "vc-2012" or "vc-2013")];

    private static PackagePlan VisualC(string id, string name, string version, string address) =>
        new(id, name, address, "/install /quiet /norestart", Uninstall, Minutes: 1)
        {
            DetectionValue = "Version",
            MinimumVersion = version,
        };
}
