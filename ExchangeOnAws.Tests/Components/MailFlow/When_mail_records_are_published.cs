using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_mail_records_are_published
{
    private const string Record = "aws:route53/record:Record";
    private const string ReverseName = "aws:ec2/eipDomainName:EipDomainName";
    private const string Zone = "Z0123456789ABCDEFGHIJ";

    [Test]
    public async Task Should_name_edge_servers_both_ways_and_send_mail_to_them_last()
    {
        var deployed = await DeployedStack.Of(With(new() { PublicHostedZoneId = Zone }));
        var exchanger = deployed.Named(Record, "mail-mx-example.com");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deployed.Named(Record, "mail-a-edgea1.example.com").Texts("records"),
                Is.EqualTo(new[] { "edge-address-edgea1-publicIp" }));
            Assert.That(deployed.Named(ReverseName, "mail-reverse-edgea1.example.com").Dependencies,
                Is.EquivalentTo(new[] { "mail-a-edgea1.example.com", "steps-exa1-mail-flow" }));
            Assert.That(exchanger.Texts("records"),
                Is.EqualTo(new[] { "10 edgea1.example.com", "10 edgeb1.example.com" }));
            Assert.That(exchanger.Dependencies, Is.EqualTo(new[] { "steps-exa1-mail-flow" }));
            Assert.That(deployed.Named(Record, "mail-txt-example.com").Texts("records"),
                Is.EqualTo(new[] { "v=spf1 a:edgea1.example.com a:edgeb1.example.com ~all" }));
        }
    }

    [Test]
    public async Task Should_name_the_nat_gateways_where_members_send_by_themselves()
    {
        var deployed = await DeployedStack.Of(Plans.With(settings =>
            settings with { MailFlow = new() { PublicHostedZoneId = Zone } }));

        Assert.That(deployed.Named(Record, "mail-txt-example.com").Texts("records"), Is.EqualTo(new[]
        {
            "v=spf1 ip4:network-nat-eu-west-1a-publicIp ip4:network-nat-eu-west-1b-publicIp ~all",
        }));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Should_leave_other_zones_to_their_owner(bool reverseDns)
    {
        var deployed = await DeployedStack.Of(Plans.ThreeZonesWith(settings => settings with
        {
            MailFlow = new(),
            Edge = settings.Edge with { ReverseDns = reverseDns },
        }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deployed.Has(Record), Is.False);
            Assert.That(deployed.Has(ReverseName), Is.EqualTo(reverseDns));
        }
    }

    private static ExchangeOnAws.Planning.DeploymentPlan With(MailFlowSettings mailFlow) =>
        Plans.ThreeZonesWith(settings => settings with { MailFlow = mailFlow });
}
