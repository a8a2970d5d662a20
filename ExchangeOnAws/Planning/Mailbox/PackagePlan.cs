namespace ExchangeOnAws.Planning;

/// <summary>A package that Exchange needs and Windows lacks.</summary>
/// <param name="Id">What its step is called, for example vc-2013.</param>
/// <param name="Name">What Windows lists it as once it is installed; the beginning is enough.</param>
/// <param name="Source">
/// Its https:// address, or media:\ and its path on the installation media.
/// </param>
/// <param name="InstallerArguments">What makes its installer ask nothing.</param>
/// <param name="DetectionKey">The registry key that shows it, ending in * to look through all below.</param>
/// <param name="Minutes">How long it takes.</param>
public sealed record PackagePlan(
    string Id, string Name, string Source, string InstallerArguments, string DetectionKey, int Minutes)
{
    /// <summary>SHA-256 of the file; null where its vendor replaces it without notice.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The value of the key that holds its version; null where the key is enough.</summary>
    public string? DetectionValue { get; init; }

    /// <summary>The lowest version that will do.</summary>
    public string? MinimumVersion { get; init; }
}
