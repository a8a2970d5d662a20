using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class InstanceArchitectureCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new InstanceArchitectureCheck();

    [TestCase("r7g.4xlarge")]
    [TestCase("m6gd.xlarge")]
    [TestCase("c7gn.2xlarge")]
    [TestCase("x2gd.large")]
    [TestCase("t4g.large")]
    [TestCase("i8ge.large")]
    [TestCase("a1.xlarge")]
    public void Arm_processor_is_an_error(string type) => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { InstanceType = type }),
        Finding.Error("mailbox.instanceType", $"mailbox.instanceType is {type}, which has an ARM processor; "
            + "Windows Server runs on x86-64 only. Use an Intel or AMD type such as m6i.xlarge or "
            + "r6i.4xlarge."));

    [TestCase("r6i.4xlarge")]
    [TestCase("r7a.4xlarge")]
    [TestCase("g4dn.xlarge")]
    [TestCase("m7i-flex.large")]
    public void Other_processor_is_fine(string type) =>
        AssertSays(Plans.WithMailbox(mailbox => mailbox with { InstanceType = type }));

    [Test]
    public void Every_kind_of_host_is_looked_at() => Assert.That(
        Run(Plans.ThreeZonesWith(settings => settings with
        {
            Directory = settings.Directory with { InstanceType = "m7g.large" },
            Gateway = settings.Gateway with { InstanceType = "t4g.large" },
            Mailbox = settings.Mailbox with { InstanceType = "r7g.large", WitnessInstanceType = "t4g.small" },
            Edge = settings.Edge with { InstanceType = "r8g.large" },
        })).Select(finding => finding.Subject),
        Is.EqualTo(new[]
        {
            "directory.instanceType", "gateway.instanceType", "mailbox.instanceType",
            "mailbox.witnessInstanceType", "edge.instanceType",
        }));
}
