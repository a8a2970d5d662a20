using System.Text.Json;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class AgentConfigurationTests
{
    [TestCase(HostRole.Mailbox, "C: D: E:")]
    [TestCase(HostRole.DomainController, "C: D:")]
    [TestCase(HostRole.Witness, "C:")]
    public void Drives_are_those_that_the_server_has(HostRole role, string drives) => Assert.That(
        Counters(role).GetProperty("LogicalDisk").GetProperty("resources").EnumerateArray()
            .Select(drive => drive.GetString()),
        Is.EqualTo(drives.Split(' ')));

    [TestCase(HostRole.Mailbox, true, true)]
    [TestCase(HostRole.Edge, true, false)]
    [TestCase(HostRole.DomainController, false, false)]
    public void Queues_are_collected_where_mail_waits(HostRole role, bool mail, bool copies)
    {
        var counters = Counters(role).EnumerateObject().Select(counter => counter.Name).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(counters.Contains("MSExchangeTransport Queues"), Is.EqualTo(mail));
            Assert.That(counters.Contains("MSExchange Replication"), Is.EqualTo(copies));
        }
    }

    // 4 KB is what a standard parameter holds.
    [TestCase(HostRole.Mailbox)]
    [TestCase(HostRole.Edge)]
    [TestCase(HostRole.DomainController)]
    [TestCase(HostRole.Witness)]
    public void Configuration_fits_into_a_parameter(HostRole role)
    {
        var text = AgentConfiguration.Of(role, "ExchangeOnAws", "/exchange-on-aws/prod-0a1b2c3d/servers");

        Assert.That(text, Has.Length.LessThanOrEqualTo(4096).And.Not.Contain("{{"));
    }

    private static JsonElement Counters(HostRole role) => JsonDocument
        .Parse(AgentConfiguration.Of(role, "ExchangeOnAws", "/servers")).RootElement
        .GetProperty("metrics").GetProperty("metrics_collected");
}
