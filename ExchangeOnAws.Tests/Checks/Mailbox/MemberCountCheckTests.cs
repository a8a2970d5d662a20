using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class MemberCountCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new MemberCountCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
        [Plans.TwoZones, Plans.WithMailbox(mailbox => mailbox with { NodesPerZone = 8 })];

    [TestCase(2, 8, 17, 7)]
    [TestCase(3, 6, 18, 5)]
    public void More_members_than_allowed_are_an_error(int zones, int perZone, int members, int most) =>
        AssertSays(
        Plans.ThreeZonesWith(settings => settings with
        {
            Network = settings.Network with { Zones = [.. settings.Network.Zones.Take(zones)] },
            Mailbox = settings.Mailbox with { Witness = Witness.FullNode, NodesPerZone = perZone },
        }),
        Finding.Error("mailbox.nodesPerZone", $"mailbox.nodesPerZone {perZone} makes {members} members; a "
            + $"database availability group has at most 16. Use {most} or less."));
}
