using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class GatewayUsersGroupCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new GatewayUsersGroupCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        Plans.WithGateway(gateway => gateway with { UsersGroup = new string('g', 64) }),
        Plans.WithGateway(gateway => gateway with { UsersGroup = "a/b", Hosts = 0 }),
    ];

    [TestCase("")]
    [TestCase("ggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg")]
    public void Name_of_a_wrong_length_is_an_error(string name) => AssertSays(
        Plans.WithGateway(gateway => gateway with { UsersGroup = name }),
        Finding.Error("gateway.usersGroup", $"gateway.usersGroup \"{name}\" has {name.Length} characters; "
            + "Active Directory allows 1 to 64. Use a name of that length."));

    [TestCase(@"CORP\Gateway Users")]
    [TestCase("Users, Gateway")]
    [TestCase("Users*")]
    public void Name_with_a_forbidden_character_is_an_error(string name) => AssertSays(
        Plans.WithGateway(gateway => gateway with { UsersGroup = name }),
        Finding.Error("gateway.usersGroup", $"gateway.usersGroup \"{name}\" contains one of "
            + "\"/\\[]:;|=,+*?<>, which an account name cannot contain. Use letters, digits, spaces and "
            + "hyphens."));
}
