using System.Text.Json;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_members_fetch_their_certificate
{
    private const string Association = "aws:ssm/association:Association";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployed = await DeployedStack.Of(
        Plans.ThreeZonesWith(settings => settings with
        {
            ClientAccess = settings.ClientAccess with
            {
                CertificateSecretArn = null,
                CertificatePasswordSecretArn = null,
                CertificateArn = Plans.Certificate,
            },
        }));

    [Test]
    public void Should_let_members_export_that_certificate_and_nobody_else_any()
    {
        var exports = _deployed.All("aws:iam/rolePolicy:RolePolicy").SelectMany(policy =>
            JsonDocument.Parse(policy.Text("policy")).RootElement.GetProperty("Statement").EnumerateArray()
                .Where(statement => $"{statement.GetProperty("Action")}".Contains("acm:"))
                .Select(statement =>
                    $"{policy.Name}: {statement.GetProperty("Action")} {statement.GetProperty("Resource")}"));

        Assert.That(exports, Is.EqualTo(new[]
        {
            $"mailbox-server-policy: [\"acm:ExportCertificate\"] [\"{Plans.Certificate}\"]",
        }));
    }

    [TestCase("steps-exa1-certificate")]
    [TestCase("certificate-renewal-exa1")]
    public void Should_run_the_same_script_at_deployment_and_daily(string association)
    {
        var parameters = _deployed.Named(Association, association).Map("parameters");

        Assert.That(parameters["CertificateArn"], Is.EqualTo(Plans.Certificate));
    }

    // The web server restarts: clients must find another member.
    [Test]
    public void Should_give_each_member_an_hour_of_its_own()
    {
        var runs = _deployed.All(Association)
            .Where(association =>
                association.Name.StartsWith("certificate-renewal-", StringComparison.Ordinal)).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                runs.Select(run => run.Text("scheduleExpression")),
                Is.EqualTo(new[] { "cron(0 0 ? * * *)", "cron(0 1 ? * * *)" }));
            Assert.That(runs.Select(run => run.Inputs["applyOnlyAtCronInterval"]), Is.All.EqualTo(true));
            Assert.That(
                runs.Select(run => run.Dependencies.Single()), Is.All.EqualTo("steps-exa1-client-access"));
        }
    }

    // ACM renews 45 days before the end: an alarm before that comes when there is nothing to do.
    [Test]
    public void Should_alarm_only_when_a_renewal_is_overdue()
    {
        var alarm = _deployed.Named(Alarm, "certificate-expiry-alarm-exa1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Convert.ToDouble(alarm.Inputs["threshold"], null), Is.InRange(14, 44));
            Assert.That(alarm.Text("alarmDescription"), Does.Contain("renewal status in ACM"));
        }
    }

    [Test]
    public async Task Should_schedule_nothing_for_a_pfx()
    {
        var deployed = await DeployedStack.Of(Plans.ThreeZones);

        Assert.That(
            deployed.Resources.Where(each =>
                each.Name.StartsWith("certificate-renewal", StringComparison.Ordinal)),
            Is.Empty);
    }

    [Test]
    public async Task Should_alarm_below_the_renewal_for_a_requested_certificate_too()
    {
        var deployed = await DeployedStack.Of(Plans.WithClientAccess(access => access with
        {
            ApplicationLoadBalancer = new(),
            HostedZoneId = "Z0123456789ABCDEFGHIJ",
        }));

        Assert.That(
            Convert.ToDouble(
                deployed.Named(Alarm, "certificate-expiry-alarm-exa1").Inputs["threshold"], null),
            Is.LessThan(45));
    }
}
