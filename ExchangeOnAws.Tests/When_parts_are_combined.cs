using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests;

/// <summary>Every combination of zones, witness and application load balancer, deployed to mocks.</summary>
public sealed class When_parts_are_combined
{
    private static readonly string[] s_components =
    [
        "exchange:index:Network", "exchange:index:ActiveDirectory", "exchange:index:Gateway",
        "exchange:index:MailboxCluster", "exchange:index:LoadBalancing",
    ];

    [Test]
    public async Task Should_create_all_five_components_in_both_modes(
        [Values(2, 3)] int zones, [Values] Witness witness, [Values] bool isBalancedByPath,
        [Values] bool isPreview)
    {
        var deployed = await DeployedStack.Of(PlanOf(zones, witness, isBalancedByPath), isPreview);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                deployed.Resources.Where(resource => resource.IsComponent).Select(resource => resource.Type),
                Is.SupersetOf(s_components));
            Assert.That(
                deployed.Has("aws:lb/listenerRule:ListenerRule"), Is.EqualTo(isBalancedByPath));
        }
    }

    private static DeploymentPlan PlanOf(int zones, Witness witness, bool isBalancedByPath) =>
        Plans.With(settings => settings with
        {
            Network = new() { Zones = [.. "abc"[..zones].Select(letter => $"eu-west-1{letter}")] },
            Mailbox = settings.Mailbox with { Witness = witness },
            ClientAccess = settings.ClientAccess with
            {
                ApplicationLoadBalancer =
                    isBalancedByPath ? new() { CertificateArn = Plans.Certificate } : null,
            },
        });
}
