using System.Text.Json;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_flow_logs_are_written
{
    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployed = await DeployedStack.Of(Plans.TwoZones);

    [Test]
    public void Should_record_all_traffic_of_the_vpc()
    {
        var flowLog = _deployed.Named("aws:ec2/flowLog:FlowLog", "network-flow-logs-vpc");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(flowLog.Text("trafficType"), Is.EqualTo("ALL"));
            Assert.That(flowLog.Text("vpcId"), Is.EqualTo("network-vpc-id"));
            Assert.That(flowLog.Text("logDestination"), Is.EqualTo("network-flow-logs-group-arn"));
        }
    }

    [Test]
    public void Should_encrypt_and_keep_them()
    {
        var group = _deployed.Named("aws:cloudwatch/logGroup:LogGroup", "network-flow-logs-group");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(group.Text("kmsKeyId"), Is.EqualTo("encryption-key-arn"));
            Assert.That(group.Inputs["retentionInDays"], Is.EqualTo(90));
            Assert.That(group.Text("name"), Is.EqualTo("/exchange-on-aws/test-unique-suffix-hex/flow-logs"));
            Assert.That(group.Options.RetainOnDelete, Is.True);
        }
    }

    [Test]
    public void Should_let_the_service_write_to_that_group_only()
    {
        var policy = JsonDocument.Parse(
            _deployed.Named("aws:iam/rolePolicy:RolePolicy", "network-flow-logs-policy").Text("policy"));
        var resources = policy.RootElement.GetProperty("Statement")[0].GetProperty("Resource");

        Assert.That(
            resources.EnumerateArray().Select(resource => resource.GetString()),
            Is.EqualTo(new[] { "network-flow-logs-group-arn", "network-flow-logs-group-arn:*" }));
    }

    [Test]
    public void Should_trust_the_service_for_this_account_only()
    {
        var trust = JsonDocument.Parse(
            _deployed.Named("aws:iam/role:Role", "network-flow-logs-role").Text("assumeRolePolicy"));
        var statement = trust.RootElement.GetProperty("Statement")[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                statement.GetProperty("Principal").GetProperty("Service").GetString(),
                Is.EqualTo("vpc-flow-logs.amazonaws.com"));
            Assert.That(
                statement.GetProperty("Condition").GetProperty("StringEquals")
                    .GetProperty("aws:SourceAccount").GetString(),
                Is.EqualTo(RecordingMocks.AccountId));
        }
    }

    [Test]
    public async Task Should_write_none_when_they_are_turned_off()
    {
        var without = await DeployedStack.Of(
            Plans.WithNetwork(network => network with { FlowLogRetentionDays = 0 }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(without.Has("aws:ec2/flowLog:FlowLog"), Is.False);
            Assert.That(
                without.All("aws:cloudwatch/logGroup:LogGroup").Select(group => group.Name),
                Is.EqualTo(new[] { "agent-logs" }));
        }
    }
}
