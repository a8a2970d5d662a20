using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class HostedZoneNamesCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new HostedZoneNamesCheck();

    [Test]
    public void Autodiscover_in_another_domain_is_an_error() => AssertSays(
        Plans.WithClientAccess(access => access with
        {
            HostedZoneId = "Z0123456789ABCDEFGHIJ",
            AutodiscoverName = "autodiscover.example.org",
        }),
        Finding.Error("clientAccess.autodiscoverName", "clientAccess.autodiscoverName "
            + "autodiscover.example.org lies outside of example.com, so clientAccess.hostedZoneId cannot "
            + "hold it beside clientAccess.namespace. Use a name in that domain, or remove "
            + "clientAccess.hostedZoneId and publish the names yourself."));

    [Test]
    public void Names_of_one_domain_are_fine() => AssertSays(
        Plans.WithClientAccess(access => access with { HostedZoneId = "Z0123456789ABCDEFGHIJ" }));
}
