using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class GuideOrderTests
{
    [Test]
    public void Servers_follow_one_another_and_the_gateway_stands_beside_the_nodes()
    {
        var steps = StepGraph.From(
        [
            Step("dca1", HostRole.DomainController, 10), Step("dcb1", HostRole.DomainController, 20),
            Step("gateway", HostRole.Gateway, 30), Step("exa1", HostRole.Mailbox, 40),
            Step("exb1", HostRole.Mailbox, 50), Step("witness", HostRole.Witness, 5),
        ]);

        Assert.That(GuideOrder.Minutes(steps), Is.EqualTo(10 + 20 + 40 + 50 + 5));
    }

    [TestCase("dev")]
    [TestCase("prod")]
    public void Critical_path_is_at_most_three_fifths_of_the_guides_order(string stack)
    {
        var plan = Repository.PlanOf(stack);

        Assert.That(plan.Steps.CriticalPathMinutes, Is.LessThanOrEqualTo(0.6 * plan.GuideOrderMinutes));
    }

    [TestCase(Witness.FullNode, 1)]
    [TestCase(Witness.FileShare, 8)]
    public void Larger_clusters_gain_more(Witness witness, int nodesPerZone)
    {
        var plan = Plans.ThreeZonesWith(settings => settings with
        {
            Mailbox = settings.Mailbox with { Witness = witness, NodesPerZone = nodesPerZone },
        });

        Assert.That(plan.Steps.CriticalPathMinutes, Is.LessThan(0.5 * plan.GuideOrderMinutes));
    }

    private static StepPlan Step(string host, HostRole role, int minutes) => new()
    {
        Id = $"{host}-step",
        Target = new(host, role, IsGroup: false),
        Script = "Server/Any",
        Arguments = new Dictionary<string, StepArgument>(),
        After = [],
        Minutes = minutes,
    };
}
