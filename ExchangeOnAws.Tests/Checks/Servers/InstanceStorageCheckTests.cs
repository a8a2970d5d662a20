using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class InstanceStorageCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new InstanceStorageCheck();

    [TestCase("t2.large", "t2")]
    [TestCase("m3.xlarge", "m3")]
    [TestCase("r3.8xlarge", "r3")]
    public void Family_without_ebs_optimisation_is_an_error(string type, string family) => AssertSays(
        Plans.WithDirectory(directory => directory with { InstanceType = type }),
        Finding.Error("directory.instanceType", $"directory.instanceType is {type}; {family} is not "
            + "EBS-optimised, so disk and network traffic hold each other up. Use a family such as m6i, r6i "
            + "or t3."));

    [TestCase("t3.large")]
    [TestCase("r4.4xlarge")]
    [TestCase("m4.large")]
    public void Family_with_ebs_optimisation_is_fine(string type) =>
        AssertSays(Plans.WithDirectory(directory => directory with { InstanceType = type }));
}
