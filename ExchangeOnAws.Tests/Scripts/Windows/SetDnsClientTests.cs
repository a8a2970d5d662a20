using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetDnsClientTests : ScriptSuite
{
    protected override string Script => "Windows/Set-DnsClient";

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

    [Test]
    public void Servers_that_would_cut_this_one_off_are_refused_before_anything_changes()
    {
        var windows = NewMachine();
        var before = windows.Area<SimulatedComputer>().DnsServers.ToArray();
        var parameters = new Dictionary<string, string>(Parameters)
        {
            ["MustResolve"] = "ssm.eu-west-1.amazonaws.com",
        };

        var refused = ScriptRun.Of(Library, Script, windows, parameters).ToEnd();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.ExitCode, Is.EqualTo(1));
            Assert.That(refused.Text, Does.Contain(
                "Have 10.0.16.10 forward names it does not hold, in a VPC to 169.254.169.253."));
            Assert.That(windows.Area<SimulatedComputer>().DnsServers, Is.EqualTo(before));
        }

        windows.Area<SimulatedDnsRecords>().Inside["ssm.eu-west-1.amazonaws.com"] = ["10.0.0.77"];
        Assert.That(ScriptRun.Of(Library, Script, windows, parameters).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    /// <summary>As DNS servers outside of the VPC resolve the name of a private endpoint.</summary>
    [Test]
    public void Addresses_to_which_there_is_no_way_are_refused_and_one_that_answers_will_do()
    {
        var windows = NewMachine();
        var before = windows.Area<SimulatedComputer>().DnsServers.ToArray();
        var names = windows.Area<SimulatedDnsRecords>().Inside;
        names["ssm.eu-west-1.amazonaws.com"] = ["203.0.113.7", "203.0.113.8"];
        windows.Area<SimulatedEndpoints>().Unreachable.UnionWith(["203.0.113.7", "203.0.113.8"]);
        var parameters = new Dictionary<string, string>(Parameters)
        {
            ["MustResolve"] = "ssm.eu-west-1.amazonaws.com",
        };

        var refused = ScriptRun.Of(Library, Script, windows, parameters).ToEnd();

        Assert.That(refused.Failure, Does.Contain(
            "last answer: 203.0.113.7, 203.0.113.8, and TCP 443 does not answer there from this server."));
        Assert.That(windows.Area<SimulatedComputer>().DnsServers, Is.EqualTo(before));

        windows.Area<SimulatedEndpoints>().Unreachable.Remove("203.0.113.8");
        Assert.That(ScriptRun.Of(Library, Script, windows, parameters).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    protected override SimulatedWindows NewMachine() => new();

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedComputer>().DnsServers.SequenceEqual(["10.0.16.10", "10.0.0.10"]);
}
