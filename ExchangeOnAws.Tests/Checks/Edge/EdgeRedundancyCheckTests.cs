using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class EdgeRedundancyCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new EdgeRedundancyCheck();

    [Test]
    public void Single_server_is_a_warning() => AssertSays(
        Plans.With(settings => settings with { Edge = new() { Servers = 1 } }),
        Finding.Warning("edge.servers", "edge.servers is 1, so mail from and to the internet stops while "
            + "that server or its zone is down. Use 2 or more."));
}
