using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts.Server;

public sealed class SetDnsClientTests : ScriptSuite
{
    protected override string Script => "Server/Set-DnsClient";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["DnsServers"] = "10.0.16.10,10.0.0.10" };

    [Test]
    public void Right_servers_in_the_wrong_order_are_put_in_order()
    {
        var windows = NewMachine();
        var servers = windows.Area<SimulatedComputer>().DnsServers;
        servers.Clear();
        servers.AddRange(["10.0.0.10", "10.0.16.10"]);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    protected override SimulatedWindows NewMachine() => new();

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedComputer>().DnsServers.SequenceEqual(["10.0.16.10", "10.0.0.10"]);
}
