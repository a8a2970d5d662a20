using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class MediaHashCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new MediaHashCheck();

    [Test]
    public void Missing_hash_is_told() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { Media = new() }),
        Finding.Info("mailbox.media.sha256", "mailbox.media.sha256 is not set, so the installation media is "
            + "checked by Microsoft's signature only. Set it to the image's SHA-256 to pin one image."));

    [Test]
    public void Image_in_a_bucket_without_a_hash_is_a_warning() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { Media = new() { Source = "s3://media/exchange.iso" } }),
        Finding.Warning("mailbox.media.sha256", "mailbox.media.sha256 is not set, so whoever can write to "
            + "the bucket decides what is installed, beyond the signed setup itself. Set it to the image's "
            + "SHA-256."));
}
