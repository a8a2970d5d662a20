using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class OutboundMailCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new OutboundMailCheck();

    [TestCase(0, "members send")]
    [TestCase(2, "Edge servers send")]
    public void Delivery_on_port_25_is_told(int edgeServers, string sender) => AssertSays(
        Plans.With(settings => settings with { Edge = new() { Servers = edgeServers }, MailFlow = new() }),
        Finding.Info("mailFlow.smartHost", $"mailFlow.smartHost is not set, so {sender} mail on port 25, "
            + "which AWS blocks by default. Ask AWS to remove the restriction (form \"Request to remove "
            + "email sending limitations\"), or set mailFlow.smartHost."));
}
