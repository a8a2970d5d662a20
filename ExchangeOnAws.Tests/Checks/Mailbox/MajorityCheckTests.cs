using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class MajorityCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new MajorityCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        Plans.ThreeZones,
        Plans.WithMailbox(mailbox => mailbox with { Witness = Witness.FullNode, NodesPerZone = 2 }),
        Plans.ThreeZonesWith(settings =>
            settings with { Mailbox = new() { Witness = Witness.FullNode, NodesPerZone = 3 } }),
    ];

    [Test]
    public void Even_number_of_full_nodes_is_an_error() => AssertSays(
        Plans.ThreeZonesWith(settings =>
            settings with { Mailbox = new() { Witness = Witness.FullNode, NodesPerZone = 2 } }),
        Finding.Error("mailbox.nodesPerZone", "mailbox.nodesPerZone 2 with mailbox.witness fullNode makes 6 "
            + "members; an even number needs a witness. Use an odd mailbox.nodesPerZone, or mailbox.witness: "
            + "fileShare."));
}
