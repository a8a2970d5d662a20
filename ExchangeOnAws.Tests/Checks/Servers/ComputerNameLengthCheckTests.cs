using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class ComputerNameLengthCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new ComputerNameLengthCheck();

    [Test]
    public void Prefix_that_makes_too_long_a_name_is_an_error() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { NamePrefix = "EXCHANGE-MAILBOX" }),
        Finding.Error("mailbox.namePrefix", "mailbox.namePrefix EXCHANGE-MAILBOX makes EXCHANGE-MAILBOXA1, "
            + "18 characters; NetBIOS allows 15. Use a prefix of at most 13."));

    [Test]
    public void Gateway_prefix_leaves_room_for_the_instance_id() => AssertSays(
        Plans.WithGateway(gateway => gateway with { NamePrefix = "gateway" }),
        Finding.Error("gateway.namePrefix", "gateway.namePrefix GATEWAY has 7 characters; a hyphen and eight "
            + "characters of the instance id follow, and NetBIOS allows 15. Use a prefix of at most 6."));

    [Test]
    public void Too_long_names_of_witness_and_group_are_errors() => AssertSays(
        Plans.WithMailbox(mailbox =>
            mailbox with { WitnessName = "WITNESS-EUROPE-1", DagName = "MAILBOXES-EUROPE" }),
        Finding.Error("mailbox.witnessName", "mailbox.witnessName WITNESS-EUROPE-1 has 16 characters; "
            + "NetBIOS allows 15. Use a shorter name."),
        Finding.Error("mailbox.dagName", "mailbox.dagName MAILBOXES-EUROPE has 16 characters; NetBIOS allows "
            + "15. Use a shorter name."));

    [Test]
    public void Longest_names_are_fine() => AssertSays(Plans.With(settings => settings with
    {
        Directory = settings.Directory with { NamePrefix = "THIRTEENCHARS" },
        Mailbox = settings.Mailbox with { WitnessName = "FIFTEEN-LETTERS", DagName = "FIFTEEN-NUMBERS" },
    }));

    [Test]
    public void Every_prefix_is_looked_at() => Assert.That(
        Run(Plans.ThreeZonesWith(settings => settings with
        {
            Directory = settings.Directory with { NamePrefix = "FOURTEEN-CHARS" },
            Gateway = settings.Gateway with { NamePrefix = "FOURTEEN-GATES" },
            Edge = settings.Edge with { NamePrefix = "FOURTEEN-EDGES" },
        })).Select(finding => finding.Subject),
        Is.EqualTo(new[] { "gateway.namePrefix", "directory.namePrefix", "edge.namePrefix" }));
}
