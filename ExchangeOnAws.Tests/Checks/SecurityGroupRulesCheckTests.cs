using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class SecurityGroupRulesCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new SecurityGroupRulesCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
        [Plans.TwoZones, Plans.ThreeZones, WithAdministrators(30), Repository.PlanOf("existing")];

    [Test]
    public void Networks_of_the_gateway_beyond_the_quota_are_a_warning() => AssertSays(
        WithAdministrators(31),
        Finding.Warning("gateway.allowedCidrs", "gateway.allowedCidrs makes 62 of the 62 inbound rules of "
            + "the gateway security group; the default quota is 60. List fewer, larger networks, or request "
            + "more in Service Quotas: Inbound or outbound rules per security group, code L-0EA8095F."));

    [Test]
    public void More_than_AWS_ever_grants_is_an_error() => AssertSays(
        WithAdministrators(501),
        Finding.Error("gateway.allowedCidrs", "gateway.allowedCidrs makes 1002 of the 1002 inbound rules of "
            + "the gateway security group; AWS grants 1000 at most. List fewer, larger networks."));

    [Test]
    public void Senders_beyond_the_quota_are_a_warning() => Assert.That(
        Run(Plans.ThreeZonesWith(settings => settings with
        {
            Edge = settings.Edge with { SmtpCidrs = RuleQuotaTests.Apart(60) },
        })).Select(finding => (finding.Severity, finding.Subject)),
        Is.EqualTo(new[] { (Severity.Warning, "edge.smtpCidrs") }));

    [Test]
    public void Ports_that_are_opened_for_want_of_rules_are_said() => AssertSays(
        Plans.WithDirectory(directory => directory with
        {
            Existing = Plans.ExistingDirectory with
            {
                DomainControllerAddresses =
                    Plans.Addresses("10.1.0.10", "10.1.1.10", "10.1.2.10", "10.1.3.10"),
            },
        }),
        Finding.Info("directory.existing.domainControllerAddresses",
            "directory.existing.domainControllerAddresses names 4 networks; a rule for each port and network "
            + "would be more than the 60 of a security group, so gateway and witness may reach them on every "
            + "port. To keep to the ports that a member needs, name one network that covers them in "
            + "directory.existing.domainControllerCidrs."));

    [Test]
    public void Listeners_that_share_a_range_are_said() => Assert.That(
        Run(Plans.ThreeZonesWith(settings => settings with
        {
            ClientAccess = settings.ClientAccess with { AllowedCidrs = RuleQuotaTests.Apart(40) },
        })).Select(finding => finding.Message),
        Is.EqualTo(new[]
        {
            "clientAccess.allowedCidrs names 40 networks; a rule for each port and network would be more "
                + "than the 60 of a security group, so those of network load balancer and application load "
                + "balancer span the listeners' ports. Only listeners answer.",
        }));

    private static DeploymentPlan WithAdministrators(int networks) =>
        Plans.WithGateway(gateway => gateway with { AllowedCidrs = RuleQuotaTests.Apart(networks) });
}
