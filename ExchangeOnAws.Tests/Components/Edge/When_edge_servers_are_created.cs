using System.Collections.Immutable;
using System.Text.Json;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_edge_servers_are_created
{
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployed = await DeployedStack.Of(Plans.ThreeZones);

    [Test]
    public void Should_stand_in_public_subnets_of_different_zones() => Assert.That(
        Instances(_deployed).Select(instance => instance.Text("subnetId")),
        Is.EqualTo(new[] { "network-public-eu-west-1a-id", "network-public-eu-west-1b-id" }));

    [Test]
    public void Should_have_an_address_each_before_any_step_runs()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                _deployed.All("aws:ec2/eipAssociation:EipAssociation")
                    .Select(each => each.Text("instanceId")),
                Is.EqualTo(new[] { "edge-edgea1-instance-id", "edge-edgeb1-instance-id" }));
            Assert.That(_deployed.Named("aws:ec2/eip:Eip", "edge-address-edgea1").Options.Protect, Is.True);
        }
    }

    [Test]
    public void Should_have_the_group_of_their_tier_and_no_other()
    {
        foreach (var instance in Instances(_deployed))
        {
            Assert.That(
                instance.Texts("vpcSecurityGroupIds"), Is.EqualTo(new[] { "network-security-edge-id" }));
        }
    }

    [Test]
    public void Should_read_their_own_account_and_write_subscriptions_only()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Resources("ReadOwnSecrets"), Is.EqualTo(new[] { "secrets-edge-id" }));
            Assert.That(Resources("FillOwnSecrets"), Is.EqualTo(new[]
            {
                "secrets-edge-subscription-edgea1-id", "secrets-edge-subscription-edgeb1-id",
            }));
        }
    }

    [Test]
    public void Should_get_secrets_for_subscriptions_without_any_value()
    {
        var secret = _deployed.Named("aws-native:secretsmanager:Secret", "secrets-edge-subscription-edgea1");

        Assert.That(secret.Inputs.Keys, Has.No.Member("generateSecretString").And.No.Member("secretString"));
    }

    [Test]
    public void Should_have_no_rule_towards_a_domain_controller()
    {
        var towards = _deployed.All(Ingress)
            .Where(rule => rule.Text("securityGroupId") == "network-security-domain-controller-id").ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(towards, Is.Not.Empty);
            Assert.That(towards.Select(rule => rule.Inputs.GetValueOrDefault("referencedSecurityGroupId")),
                Has.None.EqualTo("network-security-edge-id").And.None.Null);
            Assert.That(
                _deployed.All(Egress)
                    .Where(rule => rule.Text("securityGroupId") == "network-security-edge-id")
                    .Select(rule => rule.Inputs.GetValueOrDefault("referencedSecurityGroupId")),
                Has.None.EqualTo("network-security-domain-controller-id"));
        }
    }

    // Before any step: where DHCP names domain controllers, an Edge server has no names at all.
    [Test]
    public void Should_ask_the_resolver_of_the_vpc_from_their_first_start()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Instances(_deployed).Select(instance => instance.Text("userData")),
                Is.All.Contains("Set-DnsClientServerAddress -ServerAddresses 169.254.169.253"));
            Assert.That(
                _deployed.Named("aws:ec2/instance:Instance", "mailbox-exa1-instance").Inputs.Keys,
                Has.No.Member("userData"));
        }
    }

    // An association whose arguments change is made anew and runs again.
    [Test]
    public void Should_be_subscribed_again_when_a_member_or_the_server_itself_is_another_instance()
    {
        const string Members = "EXA1/mailbox-exa1-instance-id,EXB1/mailbox-exb1-instance-id";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Parameters("steps-edgea1-subscription-file")["Members"], Is.EqualTo(Members));
            Assert.That(Parameters("steps-exa1-subscription-edgea1")["EdgeInstance"],
                Is.EqualTo($"edge-edgea1-instance-id,{Members}"));
        }
    }

    [Test]
    public async Task Should_not_get_the_group_that_an_existing_domain_admits()
    {
        var deployed = await DeployedStack.Of(Repository.PlanOf("existing"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Instances(deployed).SelectMany(instance => instance.Texts("vpcSecurityGroupIds")),
                Is.All.EqualTo("network-security-edge-id"));
            Assert.That(
                deployed.Named("aws:ec2/instance:Instance", "mailbox-exa1-instance")
                    .Texts("vpcSecurityGroupIds"),
                Is.EqualTo(new[] { "network-security-mailbox-id", "sg-0a1b2c3d4e5f67890" }));
        }
    }

    [Test]
    public async Task Should_not_exist_when_edge_is_left_out()
    {
        var deployed = await DeployedStack.Of(Plans.TwoZones);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deployed.Has("exchange:index:EdgeTransport"), Is.False);
            Assert.That(
                deployed.All(Ingress).Where(rule =>
                    rule.Inputs.GetValueOrDefault("cidrIpv4") is "0.0.0.0/0"),
                Is.Empty);
        }
    }

    private ImmutableDictionary<string, object> Parameters(string association) =>
        _deployed.Named("aws:ssm/association:Association", association).Map("parameters");

    private static IEnumerable<DeployedResource> Instances(DeployedStack deployed) =>
        deployed.All("aws:ec2/instance:Instance")
            .Where(instance => instance.Name.StartsWith("edge-", StringComparison.Ordinal));

    private IEnumerable<string?> Resources(string sid) => JsonDocument
        .Parse(_deployed.Named("aws:iam/rolePolicy:RolePolicy", "edge-server-policy").Text("policy"))
        .RootElement.GetProperty("Statement").EnumerateArray()
        .Single(statement => statement.GetProperty("Sid").GetString() == sid)
        .GetProperty("Resource").EnumerateArray().Select(resource => resource.GetString());
}
