using ExchangeOnAws.Checks;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class InstanceMemoryTests
{
    [TestCase("r6i.4xlarge", 128)]
    [TestCase("r7iz.metal-16xl", 512)]
    [TestCase("m6i.large", 8)]
    [TestCase("m7i-flex.xlarge", 16)]
    [TestCase("c7a.xlarge", 8)]
    [TestCase("x2idn.16xlarge", 1024)]
    [TestCase("t3.medium", 4)]
    [TestCase("t3a.2xlarge", 32)]
    public void Known_type_has_its_memory(string type, int memory) =>
        Assert.That(InstanceMemory.GiB(type), Is.EqualTo((decimal)memory));

    [TestCase("c5n.large")]
    [TestCase("x2iedn.large")]
    [TestCase("x1e.xlarge")]
    [TestCase("r4.large")]
    [TestCase("z1d.large")]
    [TestCase("r6i.metal")]
    [TestCase("t3.4xlarge")]
    [TestCase("mac2.metal")]
    [TestCase("r6i")]
    public void Type_that_departs_from_the_rule_has_no_answer(string type) =>
        Assert.That(InstanceMemory.GiB(type), Is.Null);
}
