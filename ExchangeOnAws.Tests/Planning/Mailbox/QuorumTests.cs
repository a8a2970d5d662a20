using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using FsCheck.Fluent;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

/// <summary>
/// The tables are written by hand from Microsoft's quorum models: an even number of members and the witness,
/// or an odd number of members alone; more than half of the votes.
/// </summary>
public sealed class QuorumTests
{
    private const string Auto = nameof(FailureOutcome.Automatic);
    private const string Manual = nameof(FailureOutcome.Manual);
    private const string DataLoss = nameof(FailureOutcome.DataLoss);

    [Test]
    public void Two_members_with_the_witness_in_the_first_of_two_zones() => AssertFailures(
        Quorum("DCA1@a DCB1@b", "EXA1@a EXB1@b", "WITNESS@a", "EXA1,EXB1 EXB1,EXA1"),
        "a b",
        [
            ("a", Manual), ("b", Auto),
            ("DCA1", Auto), ("DCB1", Auto), ("EXA1", Auto), ("EXB1", Auto), ("WITNESS", Auto),
            ("DCA1 DCB1", Manual), ("DCA1 EXA1", Auto), ("DCA1 EXB1", Auto), ("DCA1 WITNESS", Auto),
            ("DCB1 EXA1", Auto), ("DCB1 EXB1", Auto), ("DCB1 WITNESS", Auto),
            ("EXA1 EXB1", DataLoss), ("EXA1 WITNESS", Manual), ("EXB1 WITNESS", Manual),
        ]);

    [Test]
    public void Two_members_with_the_witness_in_a_third_zone() => AssertFailures(
        Quorum("DCA1@a DCB1@b DCC1@c", "EXA1@a EXB1@b", "WITNESS@c", "EXA1,EXB1 EXB1,EXA1"),
        "a b c",
        [
            ("a", Auto), ("b", Auto), ("c", Auto),
            ("DCA1", Auto), ("DCB1", Auto), ("DCC1", Auto), ("EXA1", Auto), ("EXB1", Auto), ("WITNESS", Auto),
            ("DCA1 DCB1", Auto), ("DCA1 DCC1", Auto),
            ("DCA1 EXA1", Auto), ("DCA1 EXB1", Auto), ("DCA1 WITNESS", Auto),
            ("DCB1 DCC1", Auto), ("DCB1 EXA1", Auto), ("DCB1 EXB1", Auto), ("DCB1 WITNESS", Auto),
            ("DCC1 EXA1", Auto), ("DCC1 EXB1", Auto), ("DCC1 WITNESS", Auto),
            ("EXA1 EXB1", DataLoss), ("EXA1 WITNESS", Manual), ("EXB1 WITNESS", Manual),
        ]);

    [Test]
    public void Three_full_nodes_in_three_zones() => AssertFailures(
        Quorum("DCA1@a", "EXA1@a EXB1@b EXC1@c", "", "EXA1,EXB1,EXC1"),
        "a b c",
        [
            // The only domain controller stands in zone a here.
            ("a", Manual), ("b", Auto), ("c", Auto),
            ("DCA1", Manual), ("EXA1", Auto), ("EXB1", Auto), ("EXC1", Auto),
            ("DCA1 EXA1", Manual), ("DCA1 EXB1", Manual), ("DCA1 EXC1", Manual),
            ("EXA1 EXB1", Manual), ("EXA1 EXC1", Manual), ("EXB1 EXC1", Manual),
        ]);

    [TestCase("EXA1", Auto)]
    [TestCase("EXA1 EXA2", Auto)]
    [TestCase("EXA1 EXB2", Auto)]
    [TestCase("EXA2 EXB1", Auto)]
    [TestCase("EXA1 EXB1", DataLoss)]
    [TestCase("EXA2 EXB2", DataLoss)]
    [TestCase("EXA1 WITNESS", Auto)]
    [TestCase("EXB1 EXB2", Auto)]
    [TestCase("EXA1 EXA2 WITNESS", Manual)]
    [TestCase("EXB1 EXB2 WITNESS", Manual)]
    [TestCase("EXA1 EXB2 WITNESS", Manual)]
    [TestCase("EXA1 EXA2 EXB2", DataLoss)]
    [TestCase("DCA1 EXA1 EXA2 WITNESS", Manual)]
    [TestCase("DCB1 EXB1 EXB2", Auto)]
    public void Four_members_and_a_witness_in_two_zones(string lost, string outcome) => AssertOutcome(
        Quorum("DCA1@a DCB1@b", "EXA1@a EXA2@a EXB1@b EXB2@b", "WITNESS@a", "EXA1,EXB1 EXA2,EXB2"),
        lost, outcome);

    [TestCase("EXA1 EXA2", Manual)]
    [TestCase("DCA1 EXA1 EXA2", Manual)]
    [TestCase("EXB1", Auto)]
    [TestCase("DCB1 EXB1", Auto)]
    [TestCase("EXA1", Auto)]
    [TestCase("EXA2", Auto)]
    [TestCase("EXA1 EXB1", DataLoss)]
    [TestCase("EXA2 EXB1", DataLoss)]
    public void Three_full_nodes_in_two_zones(string lost, string outcome) => AssertOutcome(
        Quorum("DCA1@a DCB1@b", "EXA1@a EXA2@a EXB1@b", "", "EXA1,EXB1 EXB1,EXA2"), lost, outcome);

    [TestCase("EXA1 EXB1", DataLoss)]
    [TestCase("EXA1 EXC1", Manual)]
    [TestCase("EXB1 EXC1", Manual)]
    [TestCase("EXC1", Auto)]
    public void Two_copies_on_three_full_nodes(string lost, string outcome) => AssertOutcome(
        Quorum("DCA1@a DCB1@b", "EXA1@a EXB1@b EXC1@c", "", "EXA1,EXB1"), lost, outcome);

    [TestCase("EXA1", DataLoss)]
    [TestCase("EXB1", Auto)]
    [TestCase("WITNESS", Auto)]
    [TestCase("DCA1 DCB1", Manual)]
    [TestCase("DCA1 DCB1 EXA1", DataLoss)]
    public void Database_with_one_copy_is_lost_with_its_member(string lost, string outcome) => AssertOutcome(
        Quorum("DCA1@a DCB1@b", "EXA1@a EXB1@b", "WITNESS@a", "EXA1"), lost, outcome);

    [TestCase("WITNESS", Auto)]
    [TestCase("EXA1 WITNESS", Auto)]
    [TestCase("EXA1 EXB1", Manual)]
    public void Witness_of_an_odd_number_of_members_has_no_vote(string lost, string outcome)
    {
        var quorum = Quorum("DCA1@a DCB1@b", "EXA1@a EXB1@b EXC1@c", "WITNESS@c", "EXA1,EXB1,EXC1");

        Assert.That(quorum.WitnessVotes, Is.False);
        AssertOutcome(quorum, lost, outcome);
    }

    [TestCase("EXA1 EXB1", Manual)]
    [TestCase("EXA1", Auto)]
    public void Half_of_an_even_number_without_a_witness_is_no_majority(string lost, string outcome) =>
        AssertOutcome(
            Quorum("DCA1@a", "EXA1@a EXA2@a EXB1@b EXB2@b", "", "EXA1,EXA2,EXB1,EXB2"), lost, outcome);

    [TestCase("DCA1 DCB1", Manual)]
    [TestCase("DCA1", Auto)]
    [TestCase("DCB1", Auto)]
    public void Mail_needs_one_domain_controller(string lost, string outcome) => AssertOutcome(
        Quorum("DCA1@a DCB1@b", "EXA1@a EXB1@b", "WITNESS@a", "EXA1,EXB1"), lost, outcome);

    [Test]
    public void Existing_domain_is_not_counted_as_lost()
    {
        var quorum = Quorum("", "EXA1@a EXB1@b", "WITNESS@a", "EXA1,EXB1");

        Assert.That(quorum.Hosts.Select(host => host.Name), Is.EqualTo(new[] { "EXA1", "EXB1", "WITNESS" }));
        AssertOutcome(quorum, "EXA1", Auto);
    }

    // Design 4: what the loss of each zone means, with one and with two members per zone.
    [TestCase(2, Witness.FileShare, 1, "Manual Automatic")]
    [TestCase(2, Witness.FileShare, 2, "Manual Automatic")]
    [TestCase(3, Witness.FileShare, 1, "Automatic Automatic Automatic")]
    [TestCase(3, Witness.FileShare, 2, "Automatic Automatic Automatic")]
    [TestCase(2, Witness.FullNode, 1, "Manual Automatic")]
    [TestCase(2, Witness.FullNode, 2, "Manual Automatic")]
    [TestCase(3, Witness.FullNode, 1, "Automatic Automatic Automatic")]
    [TestCase(3, Witness.FullNode, 2, "Automatic Automatic Automatic")]
    public void Zone_lost_means_what_the_topology_says(
        int zones, Witness witness, int nodesPerZone, string outcomes)
    {
        var plan = Sample.Plan(Sample.Settings(zones, witness, nodesPerZone));

        Assert.That(
            plan.Failures.Take(zones).Select(failure => $"{failure.Lost.Single()} {failure.Outcome}"),
            Is.EqualTo(plan.Network.Zones.Zip(
                outcomes.Split(' '), (zone, outcome) => $"{zone.Name} {outcome}")));
    }

    [Test]
    public void Table_has_every_zone_every_host_and_every_pair_once() =>
        Generators.Check(Generators.ValidSettings, 40, settings =>
        {
            var plan = Sample.Plan(settings);
            string[] hosts = [.. plan.Hosts
                .Where(host => host.Role is not (HostRole.Gateway or HostRole.Edge))
                .Select(host => host.Name)];
            string[] expected =
            [
                .. settings.Network.Zones, .. hosts,
                .. hosts.SelectMany((first, index) =>
                    hosts[(index + 1)..].Select(second => $"{first} {second}")),
            ];
            return plan.Failures.Select(failure => string.Join(" ", failure.Lost)).SequenceEqual(expected)
                ? []
                : ["the table has other rows"];
        });

    [Test]
    public void Losing_more_never_improves_the_outcome()
    {
        var losses =
            from settings in Generators.ValidSettings
            let plan = Sample.Plan(settings)
            let quorum = new Quorum(plan.Cluster, plan.Directory.DomainControllers)
            from more in Gen.SubListOf(quorum.Hosts.Select(host => host.Name))
            from fewer in Gen.SubListOf(more.AsEnumerable())
            select (quorum, fewer, more);

        Generators.Check(losses, 150, loss =>
            loss.quorum.Assess(loss.fewer.ToHashSet()) <= loss.quorum.Assess(loss.more.ToHashSet())
                ? []
                : [$"without {string.Join(" ", loss.fewer)} worse "
                    + $"than without {string.Join(" ", loss.more)}"]);
    }

    [Test]
    public void Zone_lost_is_no_better_than_any_host_or_pair_in_it() =>
        Generators.Check(Generators.ValidSettings, 40, settings =>
        {
            var plan = Sample.Plan(settings);
            var zoneOf = plan.Hosts.ToDictionary(host => host.Name, host => host.Zone);
            var zones = plan.Failures.Take(plan.Network.Zones.Count)
                .ToDictionary(failure => failure.Lost[0], failure => failure.Outcome);
            var hosts = plan.Failures
                .Where(failure => failure.Lost.Count == 1 && zoneOf.ContainsKey(failure.Lost[0]))
                .ToDictionary(failure => failure.Lost[0], failure => failure.Outcome);
            return
            [
                .. hosts.Where(host => zones[zoneOf[host.Key]] < host.Value)
                    .Select(host => $"{zoneOf[host.Key]} is better than {host.Key}"),
                .. plan.Failures.Where(failure => failure.Lost.Count == 2).Where(pair =>
                        pair.Lost.Any(host => hosts[host] > pair.Outcome)
                        || (zoneOf[pair.Lost[0]] == zoneOf[pair.Lost[1]]
                            && zones[zoneOf[pair.Lost[0]]] < pair.Outcome))
                    .Select(pair => $"{string.Join(" ", pair.Lost)} is {pair.Outcome}"),
            ];
        });

    [Test]
    public void Outcome_follows_from_votes_copies_and_domain_controllers()
    {
        var losses =
            from settings in Generators.ValidSettings
            let plan = Sample.Plan(settings)
            from lost in Gen.SubListOf(plan.Hosts.Select(host => host.Name))
            select (plan, lost: lost.ToHashSet());

        Generators.Check(losses, 150, loss =>
        {
            var (plan, lost) = loss;
            var quorum = new Quorum(plan.Cluster, plan.Directory.DomainControllers);
            var members = plan.HostsOf(HostRole.Mailbox).ToArray();
            var alive = members.Count(member => !lost.Contains(member.Name));
            var votes = members.Length;
            foreach (var witness in plan.HostsOf(HostRole.Witness)
                .Where(_ => int.IsEvenInteger(members.Length)))
            {
                votes++;
                alive += lost.Contains(witness.Name) ? 0 : 1;
            }

            var controllers = plan.HostsOf(HostRole.DomainController).Select(host => host.Name).ToArray();
            var hasMajority = alive >= (votes / 2) + 1;
            var hasDirectory = controllers.Length == 0 || controllers.Except(lost).Any();
            var hasData = plan.Cluster.Databases
                .All(database => database.Copies.Select(copy => copy.Member).Except(lost).Any());
            var expected = !hasData ? FailureOutcome.DataLoss
                : hasMajority && hasDirectory ? FailureOutcome.Automatic : FailureOutcome.Manual;
            var outcome = quorum.Assess(lost);
            return outcome == expected ? [] : [$"{alive} of {votes} votes gives {outcome}, not {expected}"];
        });
    }

    /// <summary>
    /// A cluster written by hand: hosts as "EXA1@a", databases as the members of their copies.
    /// </summary>
    private static Quorum Quorum(string controllers, string members, string witness, string databases) => new(
        new ClusterPlan(
            "DAG1",
            Sample.Hosts(HostRole.Mailbox, members),
            witness.Length == 0 ? null : Sample.Hosts(HostRole.Witness, witness)[0],
            [.. databases.Split(' ').Select((copies, index) => new DatabasePlan(
                $"DB{index}",
                [.. copies.Split(',').Select((member, place) => new DatabaseCopy(member, place + 1))]))]),
        Sample.Hosts(HostRole.DomainController, controllers));

    private static void AssertOutcome(Quorum quorum, string lost, string outcome) =>
        Assert.That(quorum.Assess(lost.Split(' ').ToHashSet()).ToString(), Is.EqualTo(outcome));

    private static void AssertFailures(
        Quorum quorum, string zones, (string Lost, string Outcome)[] expected) =>
        Assert.That(
            quorum.Failures(zones.Split(' '))
                .Select(failure => (string.Join(" ", failure.Lost), failure.Outcome.ToString())),
            Is.EqualTo(expected));
}
