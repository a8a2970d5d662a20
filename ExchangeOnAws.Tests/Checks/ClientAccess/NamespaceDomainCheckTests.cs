using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class NamespaceDomainCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new NamespaceDomainCheck();

    [Test]
    public void Namespace_outside_of_all_accepted_domains_is_an_error() => AssertSays(
        Plans.With(settings => settings with
        {
            MailFlow = settings.MailFlow with { AcceptedDomains = ["example.org", "example.net"] },
        }),
        Finding.Error("clientAccess.namespace", "clientAccess.namespace mail.example.com lies in none of "
            + "mailFlow.acceptedDomains (example.org, example.net), so clients do not find it from a mail "
            + "address. Use a name in one of them, or add example.com to mailFlow.acceptedDomains."));

    [Test]
    public void Given_name_of_autodiscover_follows_the_same_rule() => Assert.That(
        Run(Plans.WithClientAccess(access => access with { AutodiscoverName = "discover.example.org" }))
            .Single().Subject,
        Is.EqualTo("clientAccess.autodiscoverName"));

    [TestCase("example.com")]
    [TestCase("EXAMPLE.com")]
    [TestCase("mail.example.com")]
    public void Namespace_in_an_accepted_domain_is_fine(string domain) => AssertSays(
        Plans.With(settings => settings with
        {
            MailFlow = settings.MailFlow with { AcceptedDomains = ["other.example", domain] },
        }));
}
