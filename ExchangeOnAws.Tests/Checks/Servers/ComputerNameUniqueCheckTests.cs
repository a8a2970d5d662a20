using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class ComputerNameUniqueCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new ComputerNameUniqueCheck();

    [Test]
    public void Prefix_of_two_kinds_of_host_is_an_error_told_once() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { NamePrefix = "dc" }),
        Finding.Error("mailbox.namePrefix", "mailbox.namePrefix gives the name DCA1, which "
            + "directory.namePrefix gives already; NetBIOS names are unique in a domain. Change one of the "
            + "two settings."));

    [TestCase("exa1", "mailbox.namePrefix")]
    [TestCase("witness", "mailbox.witnessName")]
    [TestCase("corp", "directory.netBiosName")]
    public void Group_with_the_name_of_something_else_is_an_error(string name, string taken) => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { DagName = name }),
        Finding.Error("mailbox.dagName", $"mailbox.dagName gives the name {name}, which {taken} gives "
            + "already; NetBIOS names are unique in a domain. Change one of the two settings."));

    [Test]
    public void Repeated_zone_is_left_to_its_own_rule() =>
        AssertSays(Plans.WithNetwork(network => network with { Zones = ["eu-west-1a", "eu-west-1a"] }));
}
