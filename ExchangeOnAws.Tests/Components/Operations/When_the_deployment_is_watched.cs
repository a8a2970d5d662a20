using System.Text.Json;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_the_deployment_is_watched
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployed = await DeployedStack.Of(Plans.ThreeZones);

    [Test]
    public void Should_alarm_about_servers_drives_queues_copies_and_targets() => Assert.That(
        _deployed.All(Alarm).Select(alarm => alarm.Name),
        Is.SupersetOf(new[]
        {
            "health-status-dca1", "health-disk-dca1", "health-status-witness", "health-queue-exa1",
            "health-queue-edgea1", "health-copies-exa1", "health-copy-queue-exb1", "health-targets-tcp-443",
            "health-targets-https-owa", "certificate-expiry-alarm-exa1", "backup-alarm",
        }));

    [Test]
    public void Should_tell_the_topic_and_say_what_to_look_at()
    {
        foreach (var alarm in _deployed.All(Alarm))
        {
            using (Assert.EnterMultipleScope())
            {
                Assert.That(
                    alarm.Texts("alarmActions"), Is.EqualTo(new[] { "alarms-topic-arn" }), alarm.Name);
                Assert.That(alarm.Text("alarmDescription"), Has.Length.InRange(40, 1024), alarm.Name);
            }
        }
    }

    // A metric that nobody publishes never alarms, whatever happens.
    [Test]
    public void Should_alarm_on_what_the_agent_collects()
    {
        var collected = _deployed.All("aws:ssm/parameter:Parameter")
            .Where(parameter => parameter.Name.StartsWith("agent-", StringComparison.Ordinal))
            .Select(parameter => parameter.Text("insecureValue")).ToArray();
        var watched = _deployed.All(Alarm)
            .Where(alarm => alarm.Text("namespace") == "ExchangeOnAws"
                && alarm.Map("dimensions").ContainsKey("InstanceId"))
            .Select(alarm => alarm.Text("metricName")).Distinct().ToArray();

        Assert.That(watched, Is.Not.Empty);
        Assert.That(
            watched.Where(metric => !collected.Any(text =>
                text.Contains($"\"rename\":\"{metric}\"", StringComparison.Ordinal))),
            Is.Empty);
    }

    /// <summary>Two projects may each have a stack of one name in the same account and region.</summary>
    [Test]
    public void Should_watch_the_metrics_of_this_deployment_and_no_other()
    {
        var watched = _deployed.All(Alarm).Select(alarm => alarm.Map("dimensions"))
            .Where(dimensions => dimensions.ContainsKey("Stack"))
            .Select(dimensions => (string)dimensions["Stack"]).ToArray();
        var published = _deployed.All("aws:ssm/association:Association")
            .Where(association => association.Inputs.ContainsKey("parameters"))
            .Select(association => association.Map("parameters"))
            .Where(parameters => parameters.ContainsKey("StackName"))
            .Select(parameters => (string)parameters["StackName"]).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(watched, Is.Not.Empty.And.All.EqualTo("test-unique-suffix-hex"));
            Assert.That(published, Is.Not.Empty.And.All.EqualTo("test-unique-suffix-hex"));
        }
    }

    [Test]
    public void Should_let_every_server_with_an_agent_read_its_configuration_and_write_its_own_logs()
    {
        foreach (var tier in new[] { "directory", "mailbox", "mailbox-witness", "edge" })
        {
            var policy = _deployed.Named("aws:iam/rolePolicy:RolePolicy", $"{tier}-server-policy");
            var statements = JsonDocument.Parse(policy.Text("policy")).RootElement
                .GetProperty("Statement").EnumerateArray()
                .ToDictionary(statement => statement.GetProperty("Sid").GetString()!);

            using (Assert.EnterMultipleScope())
            {
                Assert.That($"{statements["ReadAgentConfiguration"].GetProperty("Resource")}",
                    Does.Contain("unique-suffix-hex/monitoring/*"), tier);
                Assert.That($"{statements["SendLogs"].GetProperty("Resource")}",
                    Does.Contain("unique-suffix-hex/servers:*"), tier);
            }
        }
    }

    [Test]
    public void Should_install_the_agent_after_the_last_restart_of_a_step()
    {
        var installed = _deployed.Named("aws:ssm/association:Association", "agent-exa1-package");
        var configured = _deployed.Named("aws:ssm/association:Association", "agent-exa1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(installed.Dependencies, Is.EqualTo(new[] { "steps-exa1-mail-flow" }));
            Assert.That(configured.Dependencies, Is.EqualTo(new[] { "agent-exa1-package" }));
            Assert.That(
                configured.Map("parameters")["optionalConfigurationLocation"],
                Does.Contain("/monitoring/mailbox-"));
        }
    }

    /// <summary>An alarm about missing data would ring from the first minute on.</summary>
    [Test]
    public void Should_watch_a_metric_only_when_something_publishes_it() => Assert.That(
        _deployed.Named(Alarm, "health-disk-exa1").Dependencies,
        Is.EqualTo(new[] { "agent", "copy-health" }));

    [TestCase("failures-backup", "aws.backup", "Backup Job State Change", "EXPIRED")]
    [TestCase("failures-backup-issues", "aws.backup", "Backup Job State Change", "COMPLETED")]
    [TestCase("failures-copy", "aws.backup", "Copy Job State Change", "FAILED")]
    [TestCase("failures-updates", "aws.ssm",
        "Maintenance Window Task Execution State-change Notification", "TIMED_OUT")]
    public void Should_tell_of_failures_that_no_metric_shows(
        string name, string source, string kind, string state)
    {
        var rule = _deployed.Named("aws:cloudwatch/eventRule:EventRule", $"{name}-rule");
        var target = _deployed.Named("aws:cloudwatch/eventTarget:EventTarget", $"{name}-target");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rule.Text("eventPattern"), Does.Contain($"[\"{source}\"]")
                .And.Contain($"[\"{kind}\"]").And.Contain($"\"{state}\""));
            Assert.That(target.Text("rule"), Is.EqualTo($"{name}-rule-name"));
            Assert.That(target.Text("arn"), Is.EqualTo("alarms-topic-arn"));
        }
    }

    [Test]
    public void Should_let_alarms_of_this_account_publish_as_a_service_and_nothing_else()
    {
        var statements = Statements(_deployed.Named("aws:sns/topicPolicy:TopicPolicy", "alarms-policy"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(statements.Select(ServiceOf), Is.EqualTo(new[] { "cloudwatch.amazonaws.com" }));
            Assert.That(
                statements.Select(statement => $"{statement.GetProperty("Condition")}"),
                Has.All.Contain(RecordingMocks.AccountId));
        }
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Should_use_application_insights_on_request(bool wanted)
    {
        var deployed = await DeployedStack.Of(Plans.With(settings =>
            settings with { Monitoring = new() { ApplicationInsights = wanted } }));

        Assert.That(
            deployed.Has("aws:applicationinsights/application:Application"), Is.EqualTo(wanted));
    }

    [Test]
    public void Should_show_every_server_on_the_dashboard()
    {
        var body = _deployed.All("aws:cloudwatch/dashboard:Dashboard").Single().Text("dashboardBody");

        Assert.That(
            Plans.ThreeZones.Hosts.Where(host => host.PrivateIp is not null)
                .Where(host => !body.Contains($"\"{host.Name}\"", StringComparison.Ordinal)),
            Is.Empty);
    }

    private static string ServiceOf(JsonElement statement) =>
        $"{statement.GetProperty("Principal").GetProperty("Service")}";

    private static JsonElement[] Statements(DeployedResource policy) =>
        [.. JsonDocument.Parse(policy.Text("policy")).RootElement.GetProperty("Statement").EnumerateArray()];
}
