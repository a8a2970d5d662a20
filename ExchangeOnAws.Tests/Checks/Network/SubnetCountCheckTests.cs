using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class SubnetCountCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new SubnetCountCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
        [Plans.TwoZones, Plans.ThreeZones, Plans.WithNetwork(_ => Plans.ExistingVpc)];

    [Test]
    public void Another_number_of_subnets_than_zones_is_an_error()
    {
        var findings = Run(Plans.WithNetwork(_ =>
            Plans.ExistingVpc with { Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"] }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(findings.Select(finding => finding.Subject), Is.EqualTo(new[]
            {
                "network.privateSubnetIds", "network.publicSubnetIds", "network.privateSubnetCidrs",
                "network.publicSubnetCidrs",
            }));
            Assert.That(findings[0], Is.EqualTo(Finding.Error(
                "network.privateSubnetIds",
                "network.privateSubnetIds has 2 entries and network.zones has 3; every zone has one subnet "
                + "of a kind. List 3, in the order of network.zones.")));
        }
    }
}
