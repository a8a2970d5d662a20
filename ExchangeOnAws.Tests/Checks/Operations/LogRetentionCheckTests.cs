using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class LogRetentionCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new LogRetentionCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
        [Plans.TwoZones, Plans.WithNetwork(network => network with { FlowLogRetentionDays = 0 })];

    [Test]
    public void Number_of_days_that_cloudwatch_does_not_know_is_an_error() => AssertSays(
        Plans.With(settings => settings with
        {
            Network = settings.Network with { FlowLogRetentionDays = 100 },
            Monitoring = new() { LogRetentionDays = 2 },
        }),
        Finding.Error("network.flowLogRetentionDays", "network.flowLogRetentionDays is 100, which is not one "
            + "of the numbers of days CloudWatch Logs knows. Use 90 or 120."),
        Finding.Error("monitoring.logRetentionDays", "monitoring.logRetentionDays is 2, which is not one of "
            + "the numbers of days CloudWatch Logs knows. Use 1 or 3."));
}
