using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetDnsServiceTests : ScriptSuite
{
    private static readonly string[] s_zones =
        ["0.10.in-addr.arpa", "172.in-addr.arpa", "7.168.192.in-addr.arpa"];

    protected override string Script => "Directory/Set-DnsService";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["Forwarder"] = "169.254.169.253",
        ["ReverseNetworks"] = "10.0.0.0/20,10.0.128.0/17,172.16.0.0/12,192.168.7.128/25",
    };

    /// <summary>Two domain controllers that make the same zone make a conflict.</summary>
    [Test]
    public void Further_domain_controller_waits_for_the_zones_of_the_first()
    {
        var windows = DomainMachines.Controller(role: 4);
        var zones = windows.Area<SimulatedDnsServer>().Zones;
        windows.After(
            TimeSpan.FromMinutes(8), () => zones.AddRange(s_zones.Select(name => new SimulatedZone(name))));

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(IsReached(windows), Is.True);
        Assert.That(
            result.Changes.Select(command => command.Name), Has.None.EqualTo("Add-DnsServerPrimaryZone"));
    }

    [Test]
    public void Zones_that_do_not_come_are_named()
    {
        var result = RunOn(DomainMachines.Controller(role: 4)).Once();

        Assert.That(result.Failure, Does.Contain(
            "Waited 1800 s for the reverse zones; last answer: none for 10.0.0.0/16"));
    }

    [Test]
    public void Service_that_is_still_starting_is_awaited()
    {
        var windows = NewMachine();
        windows.Services.All["DNS"].Status = "Stopped";
        windows.After(TimeSpan.FromMinutes(5), () => windows.Services.All["DNS"].Status = "Running");

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    protected override SimulatedWindows NewMachine() => DomainMachines.Controller();

    protected override bool IsReached(SimulatedWindows windows)
    {
        var server = windows.Area<SimulatedDnsServer>();
        return server is { Forwarders: ["169.254.169.253"], UsesRootHints: false }
            && server.ScavengingInterval > TimeSpan.Zero
            && s_zones.Append(DomainMachines.Domain)
                .All(name => server.Zones.Exists(zone => zone.Name == name && zone.IsScavenged));
    }
}
