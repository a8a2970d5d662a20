using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class ProcessorQuotaCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new ProcessorQuotaCheck();

    // Types that the table does not know are not counted.
    private protected override IEnumerable<DeploymentPlan> Followers => [WithTypes("u-6tb1.112xlarge")];

    [Test]
    public void Virtual_processors_are_said_with_the_quota_that_counts_them() => AssertSays(
        Plans.TwoZones,
        Finding.Info("mailbox.instanceType", "The servers take 46 vCPUs (directory.instanceType 2 x "
            + "m6i.xlarge, gateway.instanceType 2 x t3.large, mailbox.instanceType 2 x r6i.4xlarge, "
            + "mailbox.witnessInstanceType 1 x t3.medium); the default quota is 5 and grows with use. Before "
            + "the first deployment, look in Service Quotas at Running On-Demand Standard (A, C, D, H, I, M, "
            + "R, T, Z) instances, code L-1216C47A."));

    [Test]
    public void Families_of_another_quota_are_counted_apart() => Assert.That(
        Run(Plans.WithMailbox(mailbox => mailbox with { InstanceType = "x2idn.16xlarge" }))
            .Select(finding => finding.Message),
        Has.One.StartsWith("The servers take 128 vCPUs (mailbox.instanceType 2 x x2idn.16xlarge); the "
            + "default quota is 0").And.EndsWith("Running On-Demand X instances, code L-7295265B.")
        .And.One.Contains("L-1216C47A"));

    // Amazon EC2 instance types guide, "Specifications".
    [TestCase("t3.medium", 2)]
    [TestCase("t3.large", 2)]
    [TestCase("t3.2xlarge", 8)]
    [TestCase("m6i.large", 2)]
    [TestCase("r6i.4xlarge", 16)]
    [TestCase("c5n.18xlarge", 72)]
    [TestCase("m5zn.3xlarge", 12)]
    [TestCase("r7i.metal-24xl", 96)]
    [TestCase("r5.metal", null)]
    [TestCase("m6i.medium", null)]
    public void Virtual_processors_follow_from_the_name(string type, int? processors) =>
        Assert.That(InstanceProcessors.Of(type), Is.EqualTo(processors));

    private static DeploymentPlan WithTypes(string type) => Plans.With(settings => settings with
    {
        Directory = settings.Directory with { InstanceType = type },
        Gateway = settings.Gateway with { InstanceType = type },
        Mailbox = settings.Mailbox with { InstanceType = type, WitnessInstanceType = type },
    });
}
