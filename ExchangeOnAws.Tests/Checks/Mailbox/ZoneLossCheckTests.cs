using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class ZoneLossCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new ZoneLossCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.ThreeZones,
        Plans.ThreeZonesWith(settings => settings with { Mailbox = new() { Witness = Witness.FullNode } }),
    ];

    [Test]
    public void Zone_with_most_votes_is_told() => AssertSays(
        Plans.TwoZones,
        Finding.Info("network.zones", "Losing eu-west-1a stops mail until somebody recovers it by hand, "
            + "because 1 of 3 votes is left. A third zone makes it automatic."));

    [Test]
    public void Witness_without_a_vote_is_not_counted() => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { Witness = Witness.FullNode, NodesPerZone = 2 }),
        Finding.Info("network.zones", "Losing eu-west-1a stops mail until somebody recovers it by hand, "
            + "because 2 of 5 votes are left. A third zone makes it automatic."));

    [Test]
    public void Zone_with_the_only_copies_is_a_warning() => AssertSays(
        Plans.ThreeZonesWith(settings => settings with { Mailbox = settings.Mailbox with { Copies = 1 } }),
        Finding.Warning("mailbox.copies", "Losing eu-west-1a loses mail, because DB01, DB03 have no copy "
            + "elsewhere. Set mailbox.copies to 2 or more."),
        Finding.Warning("mailbox.copies", "Losing eu-west-1b loses mail, because DB02, DB04 have no copy "
            + "elsewhere. Set mailbox.copies to 2 or more."));

    [Test]
    public void Repeated_zone_is_left_to_its_own_rule() =>
        AssertSays(Plans.WithNetwork(network => network with { Zones = ["eu-west-1a", "eu-west-1a"] }));
}
