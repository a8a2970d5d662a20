using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetEdgeRecordsTests : ScriptSuite
{
    private const string Zone = "EDGEA1.example.com";
    private const string Mark = "TXT Edge Transport";

    protected override string Script => "Edge/Set-EdgeRecords";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["DomainName"] = DomainMachines.Domain,
        ["Records"] = $"{Zone}=10.0.128.10,EDGEB1.{DomainMachines.Domain}=10.0.129.10",
    };

    [Test]
    public void Another_address_replaces_the_old_one_wherever_the_run_ends()
    {
        const int end = 5;
        for (var point = 1; point <= end; point++)
        {
            var windows = NewMachine();
            RunOn(windows).ToEnd();
            var moved = new Dictionary<string, string>(Parameters)
            {
                ["Records"] = $"{Zone}=10.0.128.77,EDGEB1.{DomainMachines.Domain}=10.0.129.77",
            };

            var run = ScriptRun.Of(Library, Script, windows, moved);
            Assert.That(run.ToEnd(new Breakage(StopAfter: point)).ExitCode, Is.Zero);

            Assert.That(Values(windows, Zone, "@"), Is.EqualTo(["A 10.0.128.77"]));
            Assert.That(Values(windows, DomainMachines.Domain, "EDGEB1"), Is.EqualTo(["A 10.0.129.77"]));
            Assert.That(run.Once().Changes, Is.Empty);
        }
    }

    [TestCase(DomainMachines.Domain, "EDGEB1", "A", "10.9.9.9")]
    [TestCase(DomainMachines.Domain, "EDGEB1", "CNAME", "somebody.example.org")]
    [TestCase(Zone, "www", "A", "10.9.9.9")]
    public void Record_of_somebody_else_is_refused(string zone, string node, string type, string value)
    {
        var windows = NewMachine();
        AddZone(windows);
        Records(windows).In(zone).Add(new(node, type, value));

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            $"has a record {type} {value} in the zone {zone}, which was not made here and stays as it is"));
        Assert.That(Values(windows, zone, node), Is.EqualTo([$"{type} {value}"]));
    }

    [Test]
    public void Name_of_the_load_balancer_is_refused()
    {
        var windows = NewMachine();
        AddZone(windows);
        Records(windows).In(Zone).Add(new("_exchangeonaws", "TXT", "exchange-1.elb.amazonaws.com"));

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            "EDGEA1.example.com leads to exchange-1.elb.amazonaws.com, the load balancer"));
    }

    [Test]
    public void What_is_right_already_is_left_alone()
    {
        var windows = NewMachine();
        AddZone(windows);
        Records(windows).In(Zone).Add(new("@", "A", "10.0.128.10"));
        Records(windows).In(DomainMachines.Domain).Add(new("EDGEB1", "A", "10.0.129.10"));

        Assert.That(RunOn(windows).ToEnd().Changes, Is.Empty);
    }

    protected override SimulatedWindows NewMachine() => DomainMachines.Controller();

    protected override bool IsReached(SimulatedWindows windows) =>
        Values(windows, Zone, "@").SequenceEqual(["A 10.0.128.10"])
        && Values(windows, Zone, "_exchangeonaws").SequenceEqual([Mark])
        && Values(windows, DomainMachines.Domain, "EDGEB1").SequenceEqual(["A 10.0.129.10"])
        && Values(windows, DomainMachines.Domain, "_exchangeonaws.EDGEB1").SequenceEqual([Mark])
        && Records(windows).Scopes.GetValueOrDefault(Zone) == "Forest";

    private static SimulatedDnsRecords Records(SimulatedWindows windows) =>
        windows.Area<SimulatedDnsRecords>();

    private static IEnumerable<string> Values(SimulatedWindows windows, string zone, string node) =>
        Records(windows).In(zone).Where(record => record.Node == node)
            .Select(record => $"{record.Type} {record.Value}");

    private static void AddZone(SimulatedWindows windows) =>
        windows.Area<SimulatedDnsServer>().Zones.Add(new(Zone));
}
