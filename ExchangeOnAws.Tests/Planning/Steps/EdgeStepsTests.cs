using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class EdgeStepsTests
{
    private static readonly DeploymentPlan s_plan = Plans.ThreeZones;

    [Test]
    public void Edge_servers_are_made_while_the_members_are() => Assert.That(
        End("edgea1-edge-role"), Is.Positive.And.LessThan(End("exa1-mailbox-role")));

    [Test]
    public void Subscription_waits_for_members_certificates_and_names()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Step("edgea1-subscription-file").After, Is.EquivalentTo(new[]
            {
                "edgea1-receive-connectors", "exa1-mailbox-role", "exb1-mailbox-role",
                "exa1-old-subscriptions",
            }));
            Assert.That(Step("exa1-subscription-edgea1").After, Is.EquivalentTo(new[]
            {
                "edgea1-subscription-file", "exa1-accepted-domains", "dca1-edge-records",
                "exa1-certificate", "exb1-certificate",
            }));
        }
    }

    // A server that makes a file takes no mail until it is synchronised again.
    [Test]
    public void Next_server_makes_its_file_once_the_one_before_takes_mail_again()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Step("edgeb1-subscription-file").After, Has.Member("edgea1-transport"));
            Assert.That(Step("edgea1-transport").After, Is.EqualTo(new[] { "exa1-subscription-edgea1" }));
            Assert.That(Step("exa1-send-connector").After, Has.Member("edgeb1-transport"));
        }
    }

    [Test]
    public void Without_edge_servers_the_old_subscriptions_are_still_removed()
    {
        var without = Plans.TwoZones;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Step(without, "exa1-old-subscriptions").Arguments["EdgeServers"].Text, Is.Empty);
            Assert.That(
                Step(without, "exa1-send-connector").After, Has.Member("exa1-old-subscriptions"));
            Assert.That(without.Steps.Schedule.Select(step => step.Step.Target.Role),
                Has.No.Member(HostRole.Edge));
        }
    }

    [Test]
    public void Product_key_is_entered_before_the_subscription_carries_it()
    {
        var licensed = Plans.ThreeZonesWith(settings => settings with
        {
            Mailbox = settings.Mailbox with { ProductKeySecretArn = Plans.Secret },
        });

        Assert.That(
            Step(licensed, "edgea1-receive-connectors").After, Is.EqualTo(new[] { "edgea1-product-key" }));
    }

    [Test]
    public void No_step_of_an_edge_server_names_a_secret_of_the_domain() =>
        Generators.Check(Generators.ValidSettings, 60, settings =>
            DeploymentPlan.From("test", WithSecrets(settings)).Steps.Schedule
                .Where(step => step.Step.Target.Role == HostRole.Edge)
                .SelectMany(step => step.Step.Arguments.Values)
                .Where(argument => argument.IsSecretArn
                    && argument.Deployed != "secret-edge" && argument.Text != ProductKey)
                .Select(argument => $"an Edge server reads {argument}"));

    private const string ProductKey = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:key-AbCdEf";

    private static StackSettings WithSecrets(StackSettings settings) => settings with
    {
        Mailbox = settings.Mailbox with { ProductKeySecretArn = ProductKey },
        MailFlow = new()
        {
            SmartHost = new() { Host = "relay.example.net", CredentialsSecretArn = Plans.Secret },
        },
        ClientAccess = settings.ClientAccess with { CertificateSecretArn = Plans.Secret },
    };

    private static StepPlan Step(string id) => Step(s_plan, id);

    private static StepPlan Step(DeploymentPlan plan, string id) =>
        plan.Steps.Schedule.Single(step => step.Step.Id == id).Step;

    private static int End(string id) => s_plan.Steps.Schedule.Single(step => step.Step.Id == id).End;
}
