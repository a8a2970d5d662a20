using ExchangeOnAws.Checks;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class DeployedPartsCheckTests
{
    [Test]
    public void Plan_says_what_is_not_created() => Assert.That(
        new DeployedPartsCheck().Run(Plans.TwoZones),
        Is.EqualTo(new[]
        {
            Finding.Warning("clientAccess", "clientAccess is planned and checked but not created by this "
                + "version, and neither is edge. pulumi up creates the resources at the end of the plan."),
        }));
}
