using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class PatchingPlanTests
{
    [Test]
    public void Zones_have_a_day_each_and_the_witness_the_last() => Assert.That(
        Plans.ThreeZones.Patching.Windows.Select(window => $"{window.OffsetDays} {window.Name}: "
            + string.Join(", ", window.Tasks.Select(task => task.Hosts.Count == 0
                ? "gateways"
                : string.Join(' ', task.Hosts.Select(host => host.Name))))),
        Is.EqualTo(new[]
        {
            "0 eu-west-1a: gateways, DCA1, EDGEA1, EXA1",
            "1 eu-west-1b: DCB1, EDGEB1, EXB1",
            "2 eu-west-1c: DCC1",
            "3 witness: WITNESS",
        }));

    [Test]
    public void Servers_that_stand_in_for_one_another_are_never_updated_on_one_day() =>
        Generators.Check(Generators.ValidSettings, 60, settings =>
        {
            var windows = DeploymentPlan.From("test", settings).Patching.Windows;
            return windows.Count == 0
                ? ["nothing is updated"]
                : windows.CountBy(window => window.OffsetDays).Where(day => day.Value > 1)
                    .Select(day => $"day {day.Key} has two windows")
                    .Concat(windows.SelectMany(TwoOfWhatMustNotBe))
                    .Concat(windows.Where(window => window.OffsetDays > LongestOffset)
                        .Select(window => $"{window.Name} is {window.OffsetDays} days later"));
        });

    [Test]
    public void Every_server_is_updated_once() => Generators.Check(Generators.ValidSettings, 60, settings =>
    {
        var plan = DeploymentPlan.From("test", settings);
        var updated = plan.Patching.Windows.SelectMany(window => window.Tasks)
            .SelectMany(task => task.Hosts).Select(host => host.Name).Order().ToArray();
        var expected = plan.Hosts.Where(host => host.Role != HostRole.Gateway)
            .Select(host => host.Name).Order().ToArray();
        return updated.SequenceEqual(expected) ? [] : [string.Join(' ', updated)];
    });

    [Test]
    public void Server_that_is_added_comes_after_those_that_are_there()
    {
        var grown = Plans.WithMailbox(mailbox => mailbox with { NodesPerZone = 2 });

        Assert.That(
            grown.Patching.Windows[0].Tasks[^1].Hosts.Select(host => host.Name),
            Is.EqualTo(new[] { "EXA1", "EXA2" }));
    }

    // Systems Manager takes one to six days (API reference, CreateMaintenanceWindow).
    private const int LongestOffset = 6;

    private static IEnumerable<string> TwoOfWhatMustNotBe(PatchWindow window)
    {
        var hosts = window.Tasks.SelectMany(task => task.Hosts).ToArray();
        if (hosts.Select(host => host.Zone).Distinct().Count() > 1)
        {
            yield return $"{window.Name} spans zones";
        }

        if (hosts.Count(host => host.Role == HostRole.DomainController) > 1)
        {
            yield return $"{window.Name} has two domain controllers";
        }

        if (hosts.Any(host => host.Role == HostRole.Witness) && hosts.Length > 1)
        {
            yield return $"{window.Name} has the witness and others";
        }
    }
}
