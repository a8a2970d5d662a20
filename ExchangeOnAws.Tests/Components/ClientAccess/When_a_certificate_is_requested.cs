using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_a_certificate_is_requested
{
    private const string Zone = "Z0123456789ABCDEFGHIJ";

    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployed = await DeployedStack.Of(Plans.WithClientAccess(access =>
        access with { ApplicationLoadBalancer = new(), HostedZoneId = Zone }));

    [Test]
    public void Should_name_everything_that_clients_ask_for()
    {
        var certificate = _deployed.All("aws:acm/certificate:Certificate").Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(certificate.Text("domainName"), Is.EqualTo("mail.example.com"));
            Assert.That(
                certificate.Texts("subjectAlternativeNames"),
                Is.EqualTo(new[] { "autodiscover.example.com" }));
        }
    }

    // The members must hold the same one.
    [Test]
    public void Should_be_one_that_can_be_exported() => Assert.That(
        _deployed.All("aws:acm/certificate:Certificate").Single().Map("options")["export"],
        Is.EqualTo("ENABLED"));

    [Test]
    public void Should_prove_every_name_in_the_zone() => Assert.That(
        _deployed.All("aws:route53/record:Record")
            .Where(record => record.Text("type") == "CNAME")
            .Select(record => (record.Text("zoneId"), record.Text("name"), record.Texts("records").Single())),
        Is.EquivalentTo(new[]
        {
            (Zone, "_proof.mail.example.com", "proof-of-mail.example.com"),
            (Zone, "_proof.autodiscover.example.com", "proof-of-autodiscover.example.com"),
        }));

    [Test]
    public void Should_serve_with_it_once_it_is_issued() => Assert.That(
        _deployed.Named("aws:lb/listener:Listener", "clients-https-listener-443").Text("certificateArn"),
        Is.EqualTo("clients-requested-certificate-arn"));
}
