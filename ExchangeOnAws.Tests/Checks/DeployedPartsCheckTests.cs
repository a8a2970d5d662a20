using ExchangeOnAws.Checks;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class DeployedPartsCheckTests
{
    [Test]
    public void Plan_says_what_is_not_created() => Assert.That(
        new DeployedPartsCheck().Run(Plans.ThreeZones),
        Is.EqualTo(new[]
        {
            Finding.Warning("edge", "edge is planned and checked but not created by this version. pulumi up "
                + "creates the resources at the end of the plan."),
        }));

    [Test]
    public void Plan_that_is_created_whole_says_nothing() => Assert.That(
        new DeployedPartsCheck().Run(Plans.TwoZones), Is.Empty);
}
