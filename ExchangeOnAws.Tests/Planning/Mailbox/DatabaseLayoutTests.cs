using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class DatabaseLayoutTests
{
    [TestCase("EXA1@a EXB1@b", 4, 2, "DB01=EXA1,EXB1 DB02=EXB1,EXA1 DB03=EXA1,EXB1 DB04=EXB1,EXA1")]
    [TestCase("EXA1@a EXB1@b", 3, 1, "DB01=EXA1 DB02=EXB1 DB03=EXA1")]
    [TestCase("EXA1@a EXB1@b EXC1@c", 3, 3,
        "DB01=EXA1,EXB1,EXC1 DB02=EXB1,EXA1,EXC1 DB03=EXC1,EXA1,EXB1")]
    [TestCase("EXA1@a EXA2@a EXB1@b EXB2@b", 4, 2,
        "DB01=EXA1,EXB1 DB02=EXB1,EXA2 DB03=EXA2,EXB2 DB04=EXB2,EXA1")]
    [TestCase("EXA1@a EXA2@a EXB1@b", 3, 2, "DB01=EXA1,EXB1 DB02=EXB1,EXA2 DB03=EXA2,EXB1")]
    [TestCase("EXA1@a EXB1@b", 1, 5, "DB01=EXA1,EXB1")]
    public void Databases_go_round_members_and_zones(
        string members, int databases, int copies, string layout) =>
        Assert.That(
            DatabaseLayout.Plan(Sample.Hosts(HostRole.Mailbox, members), databases, copies).Select(Line),
            Is.EqualTo(layout.Split(' ')));

    [Test]
    public void Databases_of_a_lost_member_are_spread_over_the_others()
    {
        var databases = DatabaseLayout.Plan(Sample.Hosts(HostRole.Mailbox, "EXA1@a EXB1@b EXC1@c"), 12, 3);

        Assert.That(databases, Has.Count.EqualTo(12));
        Assert.That(
            databases.Where(database => database.Copies[0].Member == "EXA1")
                .CountBy(database => database.Copies[1].Member)
                .Select(member => member.Value),
            Is.EqualTo(new[] { 2, 2 }));
    }

    [TestCase(1, "DB01", "DB01")]
    [TestCase(99, "DB01", "DB99")]
    [TestCase(100, "DB01", "DB100")]
    public void Name_counts_from_one_with_two_digits(int databases, string first, string last)
    {
        var names = DatabaseLayout.Plan(Sample.Hosts(HostRole.Mailbox, "EXA1@a EXB1@b"), databases, 2)
            .Select(database => database.Name).ToArray();

        Assert.That(names, Has.Length.EqualTo(databases));
        Assert.That((names[0], names[^1]), Is.EqualTo((first, last)));
    }

    [TestCase(2, Witness.FileShare, 2)]
    [TestCase(3, Witness.FileShare, 2)]
    [TestCase(2, Witness.FullNode, 2)]
    [TestCase(3, Witness.FullNode, 3)]
    public void Copies_that_are_not_given_are_one_in_every_zone_with_members(
        int zones, Witness witness, int copies)
    {
        var databases = Sample.Plan(Sample.Settings(zones, witness, nodesPerZone: 2)).Cluster.Databases;

        Assert.That(databases, Is.Not.Empty);
        Assert.That(databases.Select(database => database.Copies.Count), Has.All.EqualTo(copies));
    }

    [TestCase(4, 4)]
    [TestCase(1, 4)]
    [TestCase(6, 6)]
    public void Every_member_has_the_database_that_setup_makes(int databases, int expected)
    {
        var settings = Sample.Settings(3, nodesPerZone: 2);
        var cluster = Sample.Plan(
            settings with { Mailbox = settings.Mailbox with { Databases = databases } }).Cluster;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cluster.Databases, Has.Count.EqualTo(expected));
            Assert.That(
                cluster.Databases.Select(database => database.Copies[0].Member).Distinct(),
                Is.EquivalentTo(cluster.Members.Select(member => member.Name)));
        }
    }

    [Test]
    public void Every_database_has_its_copies_on_different_members() =>
        Generators.Check(Generators.ValidSettings, 100, settings =>
        {
            var cluster = Sample.Plan(settings).Cluster;
            var zones = cluster.Members.Select(member => member.Zone).Distinct().Count();
            var expected = Math.Min(settings.Mailbox.Copies ?? zones, cluster.Members.Count);
            return
            [
                .. cluster.Databases.Count == Math.Max(settings.Mailbox.Databases, cluster.Members.Count)
                    ? Array.Empty<string>()
                    : ["databases are missing"],
                .. cluster.Databases.Where(database => database.Copies.Count != expected)
                    .Select(database => $"{Line(database)} has not {expected} copies"),
                .. cluster.Databases.Where(database =>
                        database.Copies.Select(copy => copy.Member).Distinct().Count()
                            != database.Copies.Count)
                    .Select(database => $"{Line(database)} has two copies on a member"),
                .. cluster.Databases.Where(database => !database.Copies.Select(copy => copy.Preference)
                        .SequenceEqual(Enumerable.Range(1, database.Copies.Count)))
                    .Select(database => $"{Line(database)} has other preferences than 1 to {expected}"),
                .. cluster.Databases.SelectMany(database => database.Copies)
                    .Where(copy => cluster.Members.All(member => member.Name != copy.Member))
                    .Select(copy => $"{copy} is on no member"),
            ];
        });

    [Test]
    public void First_preferences_are_balanced_over_members() =>
        Generators.Check(Generators.ValidSettings, 100, settings =>
        {
            var cluster = Sample.Plan(settings).Cluster;
            var mounted = cluster.Databases.Select(database => database.Copies[0].Member).ToArray();
            var active = cluster.Members
                .Select(member => mounted.Count(name => name == member.Name)).ToArray();
            return active.Max() - active.Min() <= 1 ? [] : [$"members mount {string.Join(", ", active)}"];
        });

    [Test]
    public void No_zone_has_a_second_copy_while_another_has_none() =>
        Generators.Check(Generators.ValidSettings, 100, settings =>
        {
            var cluster = Sample.Plan(settings).Cluster;
            var zoneOf = cluster.Members.ToDictionary(member => member.Name, member => member.Zone);
            var zones = zoneOf.Values.Distinct().Count();
            return cluster.Databases
                .Where(database =>
                {
                    var used = database.Copies.Select(copy => zoneOf[copy.Member]).ToArray();
                    return used.Distinct().Count() < Math.Min(used.Length, zones);
                })
                .Select(database => $"{Line(database)} leaves a zone without a copy");
        });

    [Test]
    public void Database_added_changes_no_other() =>
        Generators.Check(Generators.ValidSettings, 50, settings =>
        {
            var more = settings with
            {
                Mailbox = settings.Mailbox with { Databases = settings.Mailbox.Databases + 1 },
            };
            return Lines(settings).Except(Lines(more)).Select(line => $"{line} is gone");
        });

    private static IEnumerable<string> Lines(StackSettings settings) =>
        Sample.Plan(settings).Cluster.Databases.Select(Line);

    private static string Line(DatabasePlan database) =>
        $"{database.Name}={string.Join(",", database.Copies.Select(copy => copy.Member))}";
}
