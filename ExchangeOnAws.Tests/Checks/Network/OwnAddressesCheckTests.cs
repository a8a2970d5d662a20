using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class OwnAddressesCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new OwnAddressesCheck();

    [Test]
    public void Nat_gateways_of_an_existing_vpc_have_to_be_named() => AssertSays(
        Plans.With(settings => settings with
        {
            Network = Plans.ExistingVpc,
            ClientAccess = settings.ClientAccess with { InternetFacing = true },
        }),
        Finding.Warning("clientAccess.allowedCidrs", "clientAccess.internetFacing gives the namespace public "
            + "addresses, which members reach from those of the existing VPC's NAT gateways. List those "
            + "addresses in clientAccess.allowedCidrs too."));

    [Test]
    public void Own_nat_gateways_are_known() => AssertSays(
        Plans.WithClientAccess(access => access with { InternetFacing = true }));
}
