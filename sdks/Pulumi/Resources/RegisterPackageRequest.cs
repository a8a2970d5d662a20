namespace Pulumi;

/// <summary>
/// Names a provider package that is made from another; kept, and used by no one without an engine.
/// </summary>
public sealed class RegisterPackageRequest(
    string name, string version, string? downloadUrl, Dictionary<string, byte[]>? checksums = null)
{
    public string Name { get; } = name;

    public string Version { get; } = version;

    public string DownloadUrl { get; } = downloadUrl ?? "";

    public Dictionary<string, byte[]> Checksums { get; } = checksums ?? [];
}
