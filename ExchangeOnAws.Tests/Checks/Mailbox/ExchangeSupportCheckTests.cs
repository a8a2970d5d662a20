using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class ExchangeSupportCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new ExchangeSupportCheck();

    [Test]
    public void Version_out_of_support_is_a_warning() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { Version = ExchangeVersion.V2019 }),
        Finding.Warning("mailbox.version", "mailbox.version is 2019, which is out of support since 14 "
            + "October 2025 and gets no security updates. Use SE."));
}
