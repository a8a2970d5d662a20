using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetDirectoryRecordsTests : ScriptSuite
{
    private const string Alias = "owa.mail.example.com";
    private const string Zone = "autodiscover.example.com";
    private const string Target = "exchange-1.elb.eu-west-1.amazonaws.com";
    private const string Other = "exchange-2.elb.eu-west-1.amazonaws.com";
    private static readonly string[] s_addresses = ["10.0.0.10", "10.0.1.10"];

    protected override string Script => "ClientAccess/Set-DirectoryRecords";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["DomainName"] = DomainMachines.Domain,
        ["Names"] = $"{Alias},{Zone}",
        ["Target"] = Target,
    };

    private Dictionary<string, string> Moved => new(Parameters) { ["Target"] = Other };

    [Test]
    public void Zone_is_in_the_whole_forest()
    {
        var windows = NewMachine();

        var result = RunOn(windows).ToEnd();

        Assert.That(Records(windows).Scopes[Zone], Is.EqualTo("Forest"));
        Assert.That(
            result.Changes.First(change => change.Name == "Add-DnsServerPrimaryZone").Arguments,
            Does.Contain("-DynamicUpdate None"));
    }

    /// <summary>A zone of the load balancer without a healthy server is not shown.</summary>
    [Test]
    public void Address_that_is_not_shown_now_stays()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        Records(windows).Outside[Target] = ["10.0.1.10"];

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Changes, Is.Empty, result.Text);
        Assert.That(Addresses(windows), Is.EquivalentTo(s_addresses));
    }

    [Test]
    public void Address_that_is_shown_later_is_added()
    {
        var windows = NewMachine();
        Records(windows).Outside[Target] = ["10.0.1.10"];
        RunOn(windows).ToEnd();
        Records(windows).Outside[Target] = s_addresses;

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(Addresses(windows), Is.EquivalentTo(s_addresses));
    }

    [Test]
    public void Another_load_balancer_replaces_all_of_the_old_one_wherever_the_run_ends()
    {
        const int end = 20;
        for (var point = 1; point <= end; point++)
        {
            var windows = NewMachine();
            RunOn(windows).ToEnd();
            Records(windows).Outside[Other] = ["10.0.0.77", "10.0.1.10"];

            var run = ScriptRun.Of(Library, Script, windows, Moved);
            var result = run.ToEnd(new Breakage(StopAfter: point));

            Assert.That(result.ExitCode, Is.Zero, result.Text);
            Assert.That(Addresses(windows), Is.EquivalentTo(["10.0.0.77", "10.0.1.10"]), $"{point}");
            Assert.That(Values(windows, DomainMachines.Domain, "owa"), Is.EqualTo([$"CNAME {Other}"]));
            Assert.That(Values(windows, Zone, "_exchangeonaws"), Is.EqualTo([$"TXT {Other}"]));
            Assert.That(
                Values(windows, DomainMachines.Domain, "_exchangeonaws.owa"), Is.EqualTo([$"TXT {Other}"]));
            Assert.That(run.Once().Changes, Is.Empty);
        }
    }

    [TestCase(DomainMachines.Domain, "owa", "CNAME", Other)]
    [TestCase(DomainMachines.Domain, "owa", "A", "10.9.9.9")]
    [TestCase(Zone, "@", "A", "10.9.9.9")]
    [TestCase(Zone, "www", "A", "10.9.9.9")]
    public void Record_of_somebody_else_is_refused(string zone, string node, string type, string value)
    {
        var windows = NewMachine();
        AddZone(windows, zone);
        Records(windows).In(zone).Add(new(node, type, value));

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain(
            $"has a record {type} {value} in the zone {zone}, which was not made here and stays as it is"));
        Assert.That(Values(windows, zone, node), Is.EqualTo([$"{type} {value}"]));
    }

    [Test]
    public void What_leads_there_already_is_left_alone()
    {
        var windows = NewMachine();
        AddZone(windows, Zone);
        Records(windows).In(Zone).AddRange(s_addresses.Select(
            address => new SimulatedDnsRecord("@", "A", address)));
        Records(windows).In(DomainMachines.Domain).Add(new("owa", "CNAME", Target));

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Zone_of_somebody_else_that_leads_elsewhere_too_is_refused()
    {
        var windows = NewMachine();
        AddZone(windows, Zone);
        Records(windows).In(Zone).AddRange(s_addresses.Append("10.9.9.9").Select(
            address => new SimulatedDnsRecord("@", "A", address)));

        Assert.That(
            RunOn(windows).ToEnd().Failure,
            Does.Contain("autodiscover.example.com has a record A 10.0.0.10"));
        Assert.That(Addresses(windows).Count(), Is.EqualTo(3));
    }

    [Test]
    public void Forwarder_of_that_name_is_refused()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDnsServer>().Zones.Add(new(Zone) { Type = "Forwarder" });

        Assert.That(
            RunOn(windows).ToEnd().Failure,
            Does.Contain("autodiscover.example.com is a zone of type Forwarder of this DNS server"));
    }

    /// <summary>What answers for everything else in it goes on doing so.</summary>
    [Test]
    public void Name_below_a_forwarder_is_a_zone_of_its_own()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDnsServer>().Zones.Add(new("example.com") { Type = "Forwarder" });

        RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Domain_itself_is_refused()
    {
        var windows = NewMachine();
        var parameters = new Dictionary<string, string>(Parameters) { ["Names"] = DomainMachines.Domain };

        Assert.That(
            ScriptRun.Of(Library, Script, windows, parameters).ToEnd().Failure,
            Does.Contain("mail.example.com is the domain, and its address is that of the domain"));
    }

    [Test]
    public void Domain_without_its_zone_is_refused()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDnsServer>().Zones.RemoveAll(zone => zone.Name == DomainMachines.Domain);

        Assert.That(
            RunOn(windows).ToEnd().Failure,
            Does.Contain("this DNS server has no zone of the directory for mail.example.com"));
    }

    [Test]
    public void Load_balancer_without_an_address_is_named()
    {
        var windows = NewMachine();
        Records(windows).Outside.Clear();

        Assert.That(
            RunOn(windows).ToEnd().Failure,
            Does.Contain($"Waited 600 s for the addresses of {Target}; last answer: 169.254."));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = DomainMachines.Controller();
        Records(windows).Outside[Target] = s_addresses;
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        Values(windows, DomainMachines.Domain, "owa").SequenceEqual([$"CNAME {Target}"])
        && Addresses(windows).Order().SequenceEqual(s_addresses)
        && windows.Area<SimulatedDnsServer>().Zones.Exists(zone => zone.Name == Zone);

    private static SimulatedDnsRecords Records(SimulatedWindows windows) =>
        windows.Area<SimulatedDnsRecords>();

    private static IEnumerable<string> Addresses(SimulatedWindows windows) => Records(windows).In(Zone)
        .Where(record => record is { Node: "@", Type: "A" }).Select(record => record.Value);

    private static IEnumerable<string> Values(SimulatedWindows windows, string zone, string node) =>
        Records(windows).In(zone).Where(record => record.Node == node)
            .Select(record => $"{record.Type} {record.Value}");

    private static void AddZone(SimulatedWindows windows, string name)
    {
        var zones = windows.Area<SimulatedDnsServer>().Zones;
        if (!zones.Exists(zone => zone.Name == name))
        {
            zones.Add(new(name));
        }
    }
}
