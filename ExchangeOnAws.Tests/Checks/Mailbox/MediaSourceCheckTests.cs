using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class MediaSourceCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new MediaSourceCheck();

    [Test]
    public void Media_without_an_address_has_to_be_brought() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { Version = ExchangeVersion.V2019 }),
        Finding.Warning("mailbox.media.source", "mailbox.media.source is not set, and Exchange Server 2019 "
            + "CU15 has no public address that lasts. Set it to an https:// or s3:// address, or copy the "
            + "image to media/ExchangeServer2019-x64-CU15.ISO in the bucket storageBucket of the stack's "
            + "outputs; the step that fetches it says so until it is there."));

    [Test]
    public void Media_with_an_address_is_fine() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with
        {
            Version = ExchangeVersion.V2019,
            Media = new() { Source = "s3://media/exchange.iso" },
        }));
}
