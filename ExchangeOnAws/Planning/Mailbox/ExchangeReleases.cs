using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>The releases that can be installed.</summary>
/// <remarks>
/// Builds and directory versions: microsoft/CSS-Exchange, Get-ExchangeBuildVersionInformation.ps1 (April
/// 2026). Features: Microsoft, "Exchange Server prerequisites" (2026). Subscription Edition RTM is equal in
/// code to 2019 CU15: same features, packages and schema.
/// </remarks>
public static class ExchangeReleases
{
    /// <summary>
    /// Who signs setup and all packages: the organisation in the certificate's subject.
    /// </summary>
    public const string Signer = "Microsoft Corporation";

    private static readonly string[] s_features =
    [
        "Failover-Clustering", "NET-Framework-45-Core", "NET-Framework-45-ASPNET",
        "NET-WCF-HTTP-Activation45", "NET-WCF-Pipe-Activation45", "NET-WCF-TCP-Activation45",
        "NET-WCF-TCP-PortSharing45", "RPC-over-HTTP-Proxy", "RSAT-ADDS", "RSAT-AD-PowerShell",
        "RSAT-Clustering", "RSAT-Clustering-CmdInterface", "RSAT-Clustering-Mgmt",
        "RSAT-Clustering-PowerShell", "Server-Media-Foundation", "WAS-Process-Model", "Web-Asp-Net45",
        "Web-Basic-Auth", "Web-Client-Auth", "Web-Digest-Auth", "Web-Dir-Browsing", "Web-Dyn-Compression",
        "Web-Http-Errors", "Web-Http-Logging", "Web-Http-Redirect", "Web-Http-Tracing", "Web-ISAPI-Ext",
        "Web-ISAPI-Filter", "Web-Metabase", "Web-Mgmt-Console", "Web-Mgmt-Service", "Web-Net-Ext45",
        "Web-Request-Monitor", "Web-Server", "Web-Stat-Compression", "Web-Static-Content",
        "Web-Windows-Auth", "Web-WMI", "Windows-Identity-Foundation",
    ];

    // License accepted; no diagnostic data without the owner's word.
    private const string Unattended = "/IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF";

    /// <summary>The release of a version.</summary>
    public static ExchangeRelease Of(ExchangeVersion version) => version switch
    {
        ExchangeVersion.SubscriptionEdition => SubscriptionEdition,
        ExchangeVersion.V2019 => Exchange2019,
        _ => throw new ArgumentOutOfRangeException(nameof(version), version, "This version has no release."),
    };

    private static ExchangeRelease SubscriptionEdition { get; } = new()
    {
        Version = ExchangeVersion.SubscriptionEdition,
        Name = "Exchange Server SE RTM",
        Build = "15.2.2562.17",
        MediaFile = "ExchangeServerSE-x64.iso",

        // The file behind Microsoft's download page 108244 (November 2026).
        MediaAddress = "https://download.microsoft.com/download/ad9b1e53-f28e-4a82-987d-6c88803795b2/"
            + "ExchangeServerSE-x64.iso",
        Features = s_features,
        Packages = ExchangePackages.Of2019,
        EdgeFeatures = ["ADLDS", "NET-Framework-45-Core"],
        EdgePackages = ExchangePackages.EdgeOf2019,
        SchemaVersion = 17003,
        OrganizationVersion = 16763,
        DomainVersion = 13243,
        SetupSwitches = Unattended,
    };

    private static ExchangeRelease Exchange2019 { get; } = SubscriptionEdition with
    {
        Version = ExchangeVersion.V2019,
        Name = "Exchange Server 2019 CU15",
        Build = "15.2.1748.10",
        MediaFile = "ExchangeServer2019-x64-CU15.ISO",

        // The download page asks for a session, so there is no address to write down.
        MediaAddress = null,
    };
}
