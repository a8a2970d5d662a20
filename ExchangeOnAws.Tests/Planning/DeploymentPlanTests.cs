using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class DeploymentPlanTests
{
    private static readonly JsonSerializerOptions s_text = new()
    {
        Converters = { new Text<IPAddress>(), new Text<IPNetwork>(), new JsonStringEnumConverter() },
    };

    [Test]
    public void Same_settings_give_the_same_plan() =>
        Generators.Check(Generators.ValidSettings, 40, settings =>
        {
            var first = Write(DeploymentPlan.From("test", settings));
            return first.Length > 1000 && first == Write(DeploymentPlan.From("test", settings))
                ? []
                : ["another plan"];
        });

    [Test]
    public void Plan_says_which_stack_and_region_it_is_for()
    {
        var plan = DeploymentPlan.From("prod", Sample.Settings(2) with { Region = "eu-central-1" });

        Assert.That((plan.StackName, plan.Region), Is.EqualTo(("prod", "eu-central-1")));
    }

    [Test]
    public void Hosts_are_grouped_by_role()
    {
        var plan = Sample.Plan(Sample.Settings(3) with { Edge = new() { Servers = 1 } });

        Assert.That(plan.Hosts.Select(host => host.Role).Distinct(), Is.EqualTo(new[]
        {
            HostRole.DomainController, HostRole.Gateway, HostRole.Mailbox, HostRole.Witness, HostRole.Edge,
        }));
        Assert.That(plan.Cluster.Members, Is.EqualTo(plan.HostsOf(HostRole.Mailbox)));
        Assert.That(plan.Directory.DomainControllers, Is.EqualTo(plan.HostsOf(HostRole.DomainController)));
    }

    private static string Write(DeploymentPlan plan) => JsonSerializer.Serialize(plan, s_text);

    private sealed class Text<T> : JsonConverter<T>
    {
        public override T Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Plans are written, never read.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value?.ToString());
    }
}
