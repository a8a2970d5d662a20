using System.Collections.Immutable;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_clients_are_balanced
{
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Group = "aws:lb/targetGroup:TargetGroup";
    private const string Listener = "aws:lb/listener:Listener";
    private const string Attachment = "aws:lb/targetGroupAttachment:TargetGroupAttachment";

    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployed = await DeployedStack.Of(Plans.ThreeZones);

    [Test]
    public void Should_keep_both_load_balancers_inside() => Assert.That(
        _deployed.All(Balancer).Select(balancer =>
            (balancer.Text("loadBalancerType"), balancer.Inputs["internal"])),
        Is.EquivalentTo(new[] { ("network", (object)true), ("application", true) }));

    [Test]
    public void Should_stand_in_every_zone_behind_a_security_group()
    {
        foreach (var balancer in _deployed.All(Balancer))
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(balancer.Texts("subnets"), Is.EquivalentTo(new[]
                {
                    "network-private-eu-west-1a-id", "network-private-eu-west-1b-id",
                    "network-private-eu-west-1c-id",
                }));
                Assert.That(balancer.Texts("securityGroups"), Has.Exactly(1).Items);
            }
        }
    }

    [Test]
    public async Task Should_face_the_internet_from_public_subnets_when_asked()
    {
        var deployed = await DeployedStack.Of(
            Plans.WithClientAccess(access => access with { InternetFacing = true }));
        var balancer = deployed.All(Balancer).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(balancer.Inputs["internal"], Is.False);
            Assert.That(balancer.Texts("subnets"), Is.All.StartsWith("network-public-"));

            // Its name gives public addresses, so the members come out of the NAT gateways.
            Assert.That(
                deployed.All("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")
                    .Where(rule => rule.Name.StartsWith("clients-tcp-from-nat-", StringComparison.Ordinal))
                    .Select(rule => rule.Text("cidrIpv4")),
                Is.Not.Empty.And.All.EndsWith("-publicIp/32"));
        }
    }

    [Test]
    public async Task Should_leave_a_zone_without_members_out_when_zones_are_apart()
    {
        var deployed = await DeployedStack.Of(Plans.ThreeZonesWith(settings => settings with
        {
            ClientAccess = settings.ClientAccess with
            {
                CrossZone = false,
                ApplicationLoadBalancer = null,
            },
        }));

        Assert.That(deployed.All(Balancer).Single().Texts("subnets"), Is.EqualTo(new[]
        {
            "network-private-eu-west-1a-id", "network-private-eu-west-1b-id",
        }));
    }

    // SMTP listens on in maintenance, and turns mail away.
    [TestCase(25, "HTTPS")]
    [TestCase(587, "HTTPS")]
    [TestCase(993, "TCP")]
    public async Task Should_take_mail_from_members_in_maintenance_too(int port, string protocol)
    {
        var deployed = await DeployedStack.Of(
            Plans.WithClientAccess(access => access with { ExtraPorts = [port] }));

        Assert.That(
            deployed.Named(Group, $"clients-tcp-{port}").Map("healthCheck")["protocol"],
            Is.EqualTo(protocol));
    }

    // TLS ends on the members: what comes in between would have to hold their certificate.
    [Test]
    public void Should_end_tls_at_no_listener_of_the_network_load_balancer()
    {
        var listeners = _deployed.All(Listener)
            .Where(listener => listener.Text("loadBalancerArn") == "clients-tcp-balancer-arn")
            .ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                listeners.Select(listener => listener.Inputs["port"]),
                Is.EquivalentTo(new[] { 443d, 587, 993 }));
            Assert.That(listeners.Select(listener => listener.Text("protocol")), Is.All.EqualTo("TCP"));
            Assert.That(
                listeners.Select(listener => listener.Inputs.ContainsKey("certificateArn")), Is.All.False);
            Assert.That(
                listeners.Select(listener => listener.Inputs["tcpIdleTimeoutSeconds"]),
                Is.All.EqualTo(1800d));
        }
    }

    [Test]
    public void Should_ask_the_page_that_goes_away_in_maintenance()
    {
        var check = _deployed.Named(Group, "clients-tcp-443").Map("healthCheck");

        Assert.That(
            (check["protocol"], check["path"], check["matcher"], check["port"]),
            Is.EqualTo(("HTTPS", "/owa/healthcheck.htm", "200", "443")));
    }

    // A member that calls its own namespace would otherwise wait for an answer to itself. AWS takes zonal
    // shift with cross-zone balancing only where no target group ends the connections of an unhealthy
    // target, so the groups are changed before their load balancer.
    [Test]
    public void Should_be_able_to_leave_a_bad_zone()
    {
        var groups = _deployed.All("aws:lb/targetGroup:TargetGroup")
            .Where(group => group.Text("protocol") == "TCP").ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                _deployed.All("aws:lb/loadBalancer:LoadBalancer")
                    .Select(balancer => balancer.Inputs.GetValueOrDefault("enableZonalShift")),
                Is.EqualTo(new object[] { true, true }));
            Assert.That(groups, Is.Not.Empty);
            Assert.That(groups.Select(EndsConnections), Is.All.False);
            Assert.That(
                _deployed.Named("aws:lb/loadBalancer:LoadBalancer", "clients-tcp-balancer").Dependencies,
                Is.EquivalentTo(groups.Select(group => group.Name)));
        }
    }

    [Test]
    public async Task Should_end_connections_to_unhealthy_members_when_zones_are_apart()
    {
        var deployed = await DeployedStack.Of(Plans.WithClientAccess(access =>
            access with { CrossZone = false }));

        Assert.That(
            deployed.All("aws:lb/targetGroup:TargetGroup").Select(EndsConnections), Is.All.True);
    }

    [Test]
    public void Should_not_keep_the_clients_addresses() => Assert.That(
        _deployed.All(Group).Where(group => group.Text("protocol") == "TCP")
            .Select(group => group.Text("preserveClientIp")),
        Is.Not.Empty.And.All.EqualTo("false"));

    [Test]
    public void Should_register_every_member_with_every_target_group()
    {
        var registered = _deployed.All(Attachment).Select(attachment =>
            (attachment.Text("targetGroupArn"), attachment.Text("targetId")));
        var expected = _deployed.All(Group).SelectMany(group => new[] { "exa1", "exb1" }.Select(member =>
            ($"{group.Name}-arn", $"mailbox-{member}-instance-id")));

        Assert.That(registered, Is.EquivalentTo(expected));
    }

    [Test]
    public void Should_check_every_protocol_by_its_own_page() => Assert.That(
        _deployed.All(Group).Where(group => group.Text("protocol") == "HTTPS")
            .Select(group => group.Map("healthCheck")["path"]),
        Is.EquivalentTo(new[]
        {
            "/owa/healthcheck.htm", "/ecp/healthcheck.htm", "/ews/healthcheck.htm", "/mapi/healthcheck.htm",
            "/oab/healthcheck.htm", "/Microsoft-Server-ActiveSync/healthcheck.htm",
            "/autodiscover/healthcheck.htm", "/rpc/healthcheck.htm",
        }));

    [Test]
    public void Should_send_plain_http_to_https()
    {
        var action = (ImmutableDictionary<string, object>)((ImmutableArray<object>)_deployed
            .Named(Listener, "clients-https-listener-80").Inputs["defaultActions"]).Single();
        var redirect = (ImmutableDictionary<string, object>)action["redirect"];

        Assert.That(
            (action["type"], redirect["protocol"], redirect["statusCode"]),
            Is.EqualTo(("redirect", "HTTPS", "HTTP_301")));
    }

    [Test]
    public void Should_serve_https_with_the_given_certificate_and_modern_tls()
    {
        var listener = _deployed.Named(Listener, "clients-https-listener-443");

        Assert.That(
            (listener.Text("protocol"), listener.Text("certificateArn"), listener.Text("sslPolicy")),
            Is.EqualTo(("HTTPS", Plans.Certificate, "ELBSecurityPolicy-TLS13-1-2-2021-06")));
    }

    // An application load balancer tells upper from lower case, Exchange does not.
    [Test]
    public void Should_know_how_clients_spell_a_protocol()
    {
        var rule = _deployed.Named("aws:lb/listenerRule:ListenerRule", "clients-https-rule-ews");
        var condition = (ImmutableDictionary<string, object>)
            ((ImmutableArray<object>)rule.Inputs["conditions"]).Single();
        var pattern = (ImmutableDictionary<string, object>)condition["pathPattern"];

        Assert.That(pattern["values"], Is.EqualTo(new[] { "/EWS*", "/ews*", "/Ews*" }));
    }

    [Test]
    public void Should_give_every_rule_a_priority_of_its_own() => Assert.That(
        _deployed.All("aws:lb/listenerRule:ListenerRule").Select(rule => rule.Inputs["priority"]), Is.Unique);

    [Test]
    public void Should_keep_names_short_enough_for_elastic_load_balancing() => Assert.That(
        _deployed.All(Group).Concat(_deployed.All(Balancer)).Select(named => named.Name.Length),
        Is.All.LessThanOrEqualTo(32 - "-1234567".Length));

    [Test]
    public async Task Should_tell_where_the_namespace_has_to_lead()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await OutputUtilities.GetValueAsync(_deployed.Stack.NetworkLoadBalancer),
                Is.EqualTo("clients-tcp-balancer-dnsName"));
            Assert.That(
                await OutputUtilities.GetValueAsync(_deployed.Stack.Namespace),
                Is.EqualTo("mail.example.com"));
        }
    }

    [Test]
    public async Task Should_put_the_names_into_the_given_zone()
    {
        var deployed = await DeployedStack.Of(
            Plans.WithClientAccess(access => access with { HostedZoneId = "Z0123456789ABCDEFGHIJ" }));

        Assert.That(
            deployed.All("aws:route53/record:Record").Select(record => record.Text("name")),
            Is.EquivalentTo(new[] { "mail.example.com", "autodiscover.example.com" }));
    }

    [Test]
    public async Task Should_alarm_before_a_certificate_ends()
    {
        var alarm = _deployed.Named(
            "aws:cloudwatch/metricAlarm:MetricAlarm", "certificate-expiry-alarm-exa1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((alarm.Inputs["threshold"], alarm.Text("treatMissingData")),
                Is.EqualTo((30d, "breaching")));
            Assert.That(alarm.Texts("alarmActions"), Is.EqualTo(new[] { "alarms-topic-arn" }));
        }

        var heard = await DeployedStack.Of(Plans.With(settings => settings with
        {
            Monitoring = settings.Monitoring with { AlarmEmails = ["admins@example.com"] },
        }));
        Assert.That(
            heard.All("aws:sns/topicSubscription:TopicSubscription").Single().Text("endpoint"),
            Is.EqualTo("admins@example.com"));
    }

    private static bool EndsConnections(DeployedResource group) =>
        (bool)((ImmutableDictionary<string, object>)((ImmutableArray<object>)group
            .Inputs["targetHealthStates"])[0])["enableUnhealthyConnectionTermination"];
}
