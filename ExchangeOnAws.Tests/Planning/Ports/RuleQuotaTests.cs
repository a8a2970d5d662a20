using System.Globalization;
using System.Net;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using ExchangeOnAws.Values;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class RuleQuotaTests
{
    /// <summary>Networks of which no two make a larger one.</summary>
    public static IReadOnlyList<IPNetwork> Apart(int count) =>
        [.. Enumerable.Range(0, count).Select(index => IPNetwork.Parse(string.Create(
            CultureInfo.InvariantCulture, $"198.{18 + (index / 128)}.{index % 128 * 2}.0/24")))];

    // The mock of EC2 refuses what is one too many, in any group.
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    public async Task Every_number_of_existing_domain_controllers_fits(int count) =>
        await Deploy(With(count, directory => directory));

    [TestCase(1)]
    [TestCase(4)]
    [TestCase(20)]
    public async Task Every_number_of_their_networks_fits(int count) => await Deploy(
        With(2, directory => directory with { DomainControllerCidrs = Apart(count) }));

    [TestCase(9)]
    [TestCase(12)]
    [TestCase(58)]
    public async Task Clients_networks_fit_with_every_listener(int count) => await Deploy(
        Plans.ThreeZoneSettings with
        {
            ClientAccess = Plans.ThreeZoneSettings.ClientAccess with
            {
                ExtraPorts = [25, 587, 993, 995],
                AllowedCidrs = Apart(count),
            },
        });

    [Test]
    public async Task Networks_that_are_listed_twice_are_one() => await Deploy(Plans.TwoZoneSettings with
    {
        Gateway = Plans.TwoZoneSettings.Gateway with { AllowedCidrs = [.. Apart(2), .. Apart(2)] },
    });

    [Test]
    public async Task Gateway_networks_that_make_larger_ones_fit() => await Deploy(
        Plans.TwoZoneSettings with
        {
            Gateway = Plans.TwoZoneSettings.Gateway with
            {
                AllowedCidrs =
                [
                    .. Enumerable.Range(0, 31).Select(index => IPNetwork.Parse(string.Create(
                        CultureInfo.InvariantCulture, $"198.18.{index}.0/24"))),
                ],
            },
        });

    [Test]
    public void Mock_refuses_what_EC2_refuses() => Assert.That(
        async () => await Deploy(Plans.TwoZoneSettings with
        {
            Gateway = Plans.TwoZoneSettings.Gateway with { AllowedCidrs = Apart(31) },
        }),
        Throws.Exception.With.Message.Contains("RulesPerSecurityGroupLimitExceeded"));

    [TestCase(3, 15)]
    [TestCase(4, 1)]
    public void Ports_are_filtered_as_long_as_rules_suffice(int controllers, int rows) => Assert.That(
        Plans.Of(With(controllers, directory => directory)).Ports.Rules
            .Count(rule => (rule.From, rule.To) == (Tier.Witness, Tier.ExistingDomain)),
        Is.EqualTo(rows));

    // What is created before the old rules are deleted has to fit beside them.
    [Test]
    public void Change_from_filtered_to_wide_fits_while_both_are_there()
    {
        foreach (var count in Enumerable.Range(1, 20))
        {
            var before = Plans.Of(With(2, directory =>
                directory with { DomainControllerCidrs = Apart(count) })).Ports;
            var after = Plans.Of(With(2, directory =>
                directory with { DomainControllerCidrs = Apart(count + 1) })).Ports;
            foreach (var tier in new[] { Tier.Witness, Tier.Gateway })
            {
                var wide = after.Rules.Where(rule => rule.From == tier).Except(before.Rules)
                    .Sum(rule => after.BlocksOf(rule.To));

                Assert.That(before.RulesOf(tier, incoming: false) + wide, Is.LessThanOrEqualTo(60),
                    $"{tier} from {count} networks to {count + 1}");
            }
        }
    }

    [TestCase("10.0.0.0/25 10.0.0.128/25", "10.0.0.0/24")]
    [TestCase("10.0.0.128/25 10.0.0.0/25 10.0.1.0/24", "10.0.0.0/23")]
    [TestCase("10.0.0.0/24 10.0.0.7/32", "10.0.0.0/24")]
    [TestCase("10.0.1.0/24 10.0.2.0/24", "10.0.1.0/24 10.0.2.0/24")]
    [TestCase("0.0.0.0/1 128.0.0.0/1", "0.0.0.0/0")]
    [TestCase("10.1.0.10/32 10.1.0.11/32", "10.1.0.10/31")]
    public void Blocks_are_aggregated_exactly(string blocks, string expected) => Assert.That(
        string.Join(' ', AddressBlock.Aggregate(Plans.Blocks(blocks.Split(' ')))), Is.EqualTo(expected));

    private static StackSettings With(
        int controllers, Func<ExistingDirectorySettings, ExistingDirectorySettings> change) =>
        Plans.ThreeZoneSettings with
        {
            Directory = Plans.ThreeZoneSettings.Directory with
            {
                Existing = change(Plans.ExistingDirectory with
                {
                    DomainControllerAddresses =
                    [
                        .. Enumerable.Range(0, controllers).Select(index => IPAddress.Parse(string.Create(
                            CultureInfo.InvariantCulture, $"10.1.{index}.10"))),
                    ],
                }),
            },
        };

    private static async Task Deploy(StackSettings settings)
    {
        var deployed = await DeployedStack.Of(Plans.Of(settings));

        Assert.That(deployed.All("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"), Is.Not.Empty);
    }
}
