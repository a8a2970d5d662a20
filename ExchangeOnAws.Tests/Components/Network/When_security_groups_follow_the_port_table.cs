using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_security_groups_follow_the_port_table
{
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    private DeploymentPlan _plan = null!;
    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy()
    {
        _plan = Plans.ThreeZones;
        _deployed = await DeployedStack.Of(_plan);
    }

    [Test]
    public void Should_create_a_group_for_every_tier_of_ours() => Assert.That(
        _deployed.All("aws:ec2/securityGroup:SecurityGroup").Select(group => group.Name),
        Is.EquivalentTo(new[]
        {
            "network-security-network-load-balancer", "network-security-application-load-balancer",
            "network-security-gateway", "network-security-edge", "network-security-mailbox",
            "network-security-witness", "network-security-domain-controller", "network-security-endpoints",
        }));

    [Test]
    public void Should_let_in_and_out_what_each_row_says()
    {
        var rule = _deployed.Named(Ingress, "network-security-domain-controller-from-witness-tcp-3268-3269");
        var opposite = _deployed.Named(Egress, "network-security-witness-to-domain-controller-tcp-3268-3269");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Text("securityGroupId"), Is.EqualTo("network-security-domain-controller-id"));
            Assert.That(rule.Text("referencedSecurityGroupId"), Is.EqualTo("network-security-witness-id"));
            Assert.That(rule.Text("ipProtocol"), Is.EqualTo("tcp"));
            Assert.That(rule.Inputs["fromPort"], Is.EqualTo(3268));
            Assert.That(rule.Inputs["toPort"], Is.EqualTo(3269));
            Assert.That(rule.Text("description"), Is.EqualTo("Global catalogue"));
            Assert.That(opposite.Text("securityGroupId"), Is.EqualTo("network-security-witness-id"));
            Assert.That(opposite.Text("referencedSecurityGroupId"),
                Is.EqualTo("network-security-domain-controller-id"));
        }
    }

    [Test]
    public void Should_name_no_ports_where_nothing_is_filtered()
    {
        var rule = _deployed.Named(Ingress, "network-security-mailbox-from-mailbox-all-all");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Text("ipProtocol"), Is.EqualTo("-1"));
            Assert.That(rule.Inputs.Keys, Does.Not.Contain("fromPort").And.Not.Contain("toPort"));
        }
    }

    [Test]
    public void Should_write_every_kind_of_icmp_as_ec2_does()
    {
        var rule = _deployed.Named(Ingress, "network-security-witness-from-mailbox-icmp-all");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Inputs["fromPort"], Is.EqualTo(-1));
            Assert.That(rule.Inputs["toPort"], Is.EqualTo(-1));
        }
    }

    [Test]
    public void Should_create_as_many_rules_as_the_table_has_ends()
    {
        var groups = _plan.Ports.Groups.ToHashSet();
        int Peers(Tier tier) => groups.Contains(tier) ? 1 : _plan.Ports.Outside[tier].Count;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_deployed.All(Ingress), Has.Count.EqualTo(
                _plan.Ports.Rules.Where(rule => groups.Contains(rule.To)).Sum(rule => Peers(rule.From))));
            Assert.That(_deployed.All(Egress), Has.Count.EqualTo(
                _plan.Ports.Rules.Where(rule => groups.Contains(rule.From)).Sum(rule => Peers(rule.To))));
        }
    }

    [Test]
    public void Should_open_nothing_to_the_internet_but_smtp_on_edge() => Assert.That(
        _deployed.All(Ingress)
            .Where(rule => rule.Inputs.GetValueOrDefault("cidrIpv4") is "0.0.0.0/0")
            .Select(rule => (rule.Text("securityGroupId"), rule.Inputs["fromPort"])),
        Is.EqualTo(new[] { ("network-security-edge-id", (object)25.0) }));

    [Test]
    public async Task Should_create_no_public_smtp_rule_without_edge_transport()
    {
        var without = await DeployedStack.Of(Plans.TwoZones);

        Assert.That(
            without.All(Ingress).Where(rule => rule.Inputs.GetValueOrDefault("cidrIpv4") is "0.0.0.0/0"),
            Is.Empty);
    }

    [Test]
    public void Should_never_use_rules_inside_a_group() => Assert.That(
        _deployed.All("aws:ec2/securityGroup:SecurityGroup").SelectMany(group => group.Inputs.Keys),
        Does.Not.Contain("ingress").And.Not.Contain("egress"));

    [Test]
    public void Should_stay_within_the_rules_that_a_group_may_have()
    {
        // 60 rules each way by default (Amazon VPC quotas, 2026).
        const int Quota = 60;
        foreach (var group in _deployed.All(Ingress).Concat(_deployed.All(Egress))
            .GroupBy(rule => (rule.Type, rule.Text("securityGroupId"))))
        {
            Assert.That(group.Count(), Is.LessThanOrEqualTo(Quota), group.Key.ToString());
        }
    }
}
