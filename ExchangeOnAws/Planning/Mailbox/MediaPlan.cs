using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>The installation image and where servers get it.</summary>
/// <param name="Source">
/// Its https:// or s3:// address; null when it is put into the deployment's own bucket.
/// </param>
/// <param name="Sha256">Its SHA-256; null when its signature has to do.</param>
/// <param name="FileName">Its name.</param>
public sealed record MediaPlan(string? Source, string? Sha256, string FileName)
{
    /// <summary>What the deployment fills in: the address in its own bucket.</summary>
    public const string OwnAddress = "media-address";

    /// <summary>Bucket and key, with a slash between them, of an image in somebody's bucket.</summary>
    public string? S3Object => Source is { } source && source.StartsWith(S3, StringComparison.Ordinal)
        ? source[S3.Length..]
        : null;

    private const string S3 = "s3://";

    internal static MediaPlan From(MailboxSettings mailbox, ExchangeRelease release) => new(
        mailbox.Media.Source ?? release.MediaAddress, mailbox.Media.Sha256, release.MediaFile);
}
