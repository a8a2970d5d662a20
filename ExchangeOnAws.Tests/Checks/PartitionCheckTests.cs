using System.Reflection;
using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class PartitionCheckTests : CheckTests
{
    private const string Elsewhere = "arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:mail-AbCdEf";

    private protected override ICheck Check { get; } = new PartitionCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
        [Plans.TwoZones, Plans.ThreeZones, Plans.InRegion("cn-north-1"), Plans.InRegion("us-gov-west-1")];

    [Test]
    public void Secret_of_another_partition_is_an_error_without_its_arn() => AssertSays(
        Plans.WithClientAccess(access => access with { CertificateSecretArn = Elsewhere }),
        Finding.Error("clientAccess.certificateSecretArn", "clientAccess.certificateSecretArn is an ARN of "
            + "the partition aws-cn and region cn-north-1; aws:region eu-west-1 is in aws, which reaches "
            + "nothing in another partition. Create it in eu-west-1 and set that ARN."));

    // Somebody copies an ARN from the standard partition's documentation into a stack of GovCloud.
    [Test]
    public void Partition_that_its_own_region_contradicts_is_an_error()
    {
        var plan = Plans.InRegion("us-gov-west-1");
        var arn = "arn:aws:acm:us-gov-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012";

        var findings = Run(Plans.Of(plan.Settings with
        {
            ClientAccess = plan.Settings.ClientAccess with
            {
                ApplicationLoadBalancer = new() { CertificateArn = arn },
            },
        }));

        Assert.That(findings.Select(finding => finding.Subject),
            Is.EqualTo(new[] { "clientAccess.applicationLoadBalancer.certificateArn" }));
    }

    [Test]
    public void Copies_of_backups_stay_in_the_partition() => AssertSays(
        Plans.With(settings => settings with
        {
            Backup = settings.Backup with { CopyRegion = "us-gov-west-1" },
        }),
        Finding.Error("backup.copyRegion", "backup.copyRegion is us-gov-west-1, which is not in aws, the "
            + "partition of aws:region eu-west-1; partitions reach nothing of each other. Use another region "
            + "of aws."));

    [TestCase("eusc-de-east-1")]
    [TestCase("us-iso-east-1")]
    public void Partition_without_known_names_is_an_error(string region) => Assert.That(
        Run(Plans.InRegion(region)).Select(finding => finding.Message),
        Is.EqualTo(new[]
        {
            $"aws:region is {region}, whose partition names services in ways that this program does not "
                + "know. Use a region of aws, aws-cn, aws-us-gov.",
        }));

    // The rule finds settings by their form, so an ARN without one would never be looked at.
    [Test]
    public void Every_setting_that_is_called_an_ARN_has_the_form_of_one()
    {
        var called = typeof(StackSettings).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(StackSettings).Namespace)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(property => property.Name.EndsWith("Arn", StringComparison.Ordinal))
            .Select(property => (
                property.Name, Form: property.GetCustomAttribute<SettingAttribute>()?.Form.ToString()))
            .ToArray();

        Assert.That(called, Has.Length.GreaterThan(7));
        Assert.That(called.Where(setting => setting.Form?.EndsWith("Arn", StringComparison.Ordinal) != true),
            Is.Empty);
    }

    [Test]
    public void Every_ARN_is_looked_at() => Assert.That(
        Check.Subjects.Where(subject => subject.EndsWith("Arn", StringComparison.Ordinal)),
        Is.Not.Empty.And.EquivalentTo(TextSettings.All
            .Where(setting => setting.Key.EndsWith("Arn", StringComparison.Ordinal))
            .Select(setting => setting.Key)));
}
