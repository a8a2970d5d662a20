using System.Text.Json;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;
using Machines = ExchangeOnAws.Tests.Scripts.ClientAccessMachines;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class ConfirmClientAccessTests : ScriptSuite
{
    private const string Parameter = "/exchange/dev/client-access";
    private const string Network = "exchange-1.elb.eu-west-1.amazonaws.com";
    private const string Application = "internal-exchange-2.eu-west-1.elb.amazonaws.com";
    private const string Second = "EXB1.corp.example.com";
    private const string Namespace = "mail.example.com";
    private const string Autodiscover = "autodiscover.example.com";

    protected override string Script => "ClientAccess/Confirm-ClientAccess";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["Namespace"] = Namespace,
        ["AutodiscoverName"] = Autodiscover,
        ["Members"] = "EXA1",
        ["DomainName"] = Machines.Domain,
        ["LoadBalancer"] = Network,
        ["ApplicationLoadBalancer"] = Application,
        ["Certificate"] = "true",
        ["ResultParameter"] = Parameter,
    };

    /// <summary>The suite asks one member, because it fails at each question once.</summary>
    private Dictionary<string, string> ForBoth => new(Parameters) { ["Members"] = "EXA1,EXB1" };

    [Test]
    public void Result_says_what_was_looked_at()
    {
        var windows = NewMachine();

        RunFor(windows, ForBoth);

        var result = Written(windows);
        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.GetProperty("namespace").GetString(), Is.EqualTo(Namespace));
        Assert.That(result.GetProperty("autodiscover").GetString(), Is.EqualTo(Autodiscover));
        Assert.That(result.GetProperty("members").EnumerateArray().Count(), Is.EqualTo(2));
        Assert.That(result.GetProperty("loadBalancer").GetString(), Is.EqualTo(Network));
        Assert.That(result.GetProperty("applicationLoadBalancer").GetString(), Is.EqualTo(Application));
        Assert.That(result.GetProperty("certificate").GetString(), Is.EqualTo(Machines.Given.Thumbprint));
        Assert.That(result.GetProperty("checkedAt").GetString(), Does.Match(@"^2026-11-01T12:\d\d:\d\dZ$"));
    }

    [Test]
    public void Every_protocol_of_every_member_is_asked()
    {
        var result = RunFor(NewMachine(), ForBoth);

        var urls = result.Commands.Where(command => command.Name == "curl.exe")
            .Select(command => command.Arguments.Split(' ')[^1]).ToHashSet();
        Assert.That(urls, Is.SupersetOf(
            from host in new[] { Machines.Fqdn, Second }
            from protocol in new[]
            {
                "owa", "ecp", "ews", "mapi", "oab", "autodiscover", "Microsoft-Server-ActiveSync", "rpc",
            }
            select $"https://{host}/{protocol}/healthcheck.htm"));
    }

    /// <summary>Each member has its own then, and there is nothing to compare.</summary>
    [Test]
    public void Self_signed_certificates_may_differ()
    {
        var windows = NewMachine();
        Site(windows, Second).Chain.Clear();
        Site(windows, Second).Chain.Add(Machines.Authority);
        var parameters = new Dictionary<string, string>(ForBoth)
        {
            ["Certificate"] = "false",
            ["ApplicationLoadBalancer"] = "",
        };

        var result = RunFor(windows, parameters);

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Written(windows).GetProperty("certificate").GetString(), Is.Empty);
    }

    [Test]
    public void Certificates_are_compared_only_where_one_was_given_for_all()
    {
        var windows = NewMachine();
        Site(windows, Application).Chain[1] = Machines.OwnCertificate;

        var result = RunFor(windows, new(Parameters) { ["Certificate"] = "false" });

        Assert.That(result.ExitCode, Is.Zero, result.Text);
    }

    /// <summary>The load balancer hides the address of a zone without a healthy member.</summary>
    [Test]
    public void Address_of_another_zone_is_no_fault()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDnsRecords>().Inside[Namespace] = ["10.0.0.10", "10.0.2.10"];

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
    }

    [Test]
    public void Names_that_others_make_may_come_later()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDnsRecords>().Inside.Clear();
        windows.Area<SimulatedSites>().Hosts[Network] = Site(windows, Namespace);

        var result = RunFor(windows, new(Parameters) { ["OwnRecords"] = "false" });

        Assert.That(result.ExitCode, Is.Zero, result.Text);
    }

    /// <summary>This server has asked for it before, and remembers that there was none.</summary>
    [Test]
    public void Name_that_appears_later_is_found()
    {
        var windows = NewMachine();
        var inside = windows.Area<SimulatedDnsRecords>().Inside;
        inside.Remove(Autodiscover);
        windows.After(TimeSpan.FromMinutes(3), () => inside[Autodiscover] = ["10.0.1.10"]);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
    }

    [Test]
    public void Renewed_certificate_is_written_anew()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        var renewed = Machines.NewCertificate(
            "CN=mail.example.com", Machines.End.AddYears(1));
        foreach (var site in windows.Area<SimulatedSites>().Hosts.Values)
        {
            site.Chain.Clear();
            site.Chain.Add(renewed);
        }

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(Written(windows).GetProperty("certificate").GetString(), Is.EqualTo(renewed.Thumbprint));
    }

    [TestCase("{\"result\":\"faulty\"}")]
    [TestCase("{\"result\":\"healthy\"}")]
    [TestCase("{ not json")]
    public void Earlier_result_is_replaced(string earlier)
    {
        var windows = NewMachine();
        Site(windows, Namespace).HealthyAt = windows.Now;
        windows.Area<SimulatedParameters>().Values[Parameter] = earlier;

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(Written(windows).GetProperty("result").GetString(), Is.EqualTo("healthy"));
        Assert.That(Written(windows).GetProperty("namespace").GetString(), Is.EqualTo(Namespace));
    }

    [TestCase("page", "EXB1.corp.example.com/mapi/healthcheck.htm answers 503")]
    [TestCase("redirect", "EXB1.corp.example.com/owa/healthcheck.htm answers 302")]
    [TestCase("down", "EXB1.corp.example.com: curl.exe")]
    [TestCase("member", "EXB1.corp.example.com presents")]
    [TestCase("application", "internal-exchange-2.eu-west-1.elb.amazonaws.com presents")]
    [TestCase("unknown", "internal-exchange-2.eu-west-1.elb.amazonaws.com: curl.exe")]
    [TestCase("name", "autodiscover.example.com has no address inside the domain")]
    [TestCase("elsewhere", "mail.example.com leads to 10.9.9.9, and exchange-1.elb")]
    [TestCase("balancer", "exchange-1.elb.eu-west-1.amazonaws.com has no address")]
    [TestCase("targets", "mail.example.com/owa/healthcheck.htm answers 503")]
    [TestCase("autodiscover", "autodiscover.example.com/autodiscover/healthcheck.htm answers 503")]
    public void Fault_is_written_and_ends_the_step(string harm, string fault)
    {
        var windows = NewMachine();
        Harm(windows, harm);

        var result = RunFor(windows, ForBoth);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.ExitCode, Is.EqualTo(1), result.Text);
        Assert.That(
            result.Failure,
            Does.Contain("Waited 600 s for the health of mail.example.com").And.Contain(fault));
        Assert.That(Written(windows).GetProperty("result").GetString(), Is.EqualTo("faulty"));
        Assert.That(
            Written(windows).GetProperty("faults").EnumerateArray().Select(item => item.GetString()),
            Has.Some.Contains(fault));
    }

    [Test]
    public void Many_faults_fit_the_parameter()
    {
        var windows = NewMachine();
        var members = string.Join(",", Enumerable.Range(1, 16).Select(number => $"GONE{number}"));

        var result = RunFor(windows, new(Parameters) { ["Members"] = members });

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(Written(windows).GetProperty("faults").GetArrayLength(), Is.GreaterThan(3));
        Assert.That(windows.Area<SimulatedParameters>().Values[Parameter], Has.Length.LessThan(3600));
    }

    /// <summary>One lost answer among hundreds is no fault.</summary>
    [Test]
    public void Healthy_client_access_is_left_alone_when_one_answer_is_lost()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();

        var first = RunOn(windows).Once().Commands.Where(command => !command.IsLog).ToList()
            .FindIndex(command => command.Name == "curl.exe");

        var result = RunOn(windows).Once(new Breakage(FailAt: first + 1));

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = Machines.Server();
        var sites = windows.Area<SimulatedSites>();
        string[] hosts = [Machines.Fqdn, Second, Namespace, Autodiscover, Application];
        foreach (var host in hosts)
        {
            // Windows gives the chain in one order or the other.
            sites.Add(host, Machines.Authority, Machines.Given);
        }

        // The load balancer finds its targets healthy a little later.
        Site(windows, Namespace).HealthyAt = windows.Now + TimeSpan.FromSeconds(25);
        var records = windows.Area<SimulatedDnsRecords>();
        records.Outside[Network] = ["10.0.0.10", "10.0.1.10"];
        records.Inside[Namespace] = ["10.0.0.10", "10.0.1.10"];
        records.Inside[Autodiscover] = ["10.0.1.10"];
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedParameters>().Values.TryGetValue(Parameter, out var text)
        && text.Contains("\"healthy\"", StringComparison.Ordinal)
        && windows.Now >= Site(windows, Namespace).HealthyAt;

    private RunResult RunFor(SimulatedWindows windows, Dictionary<string, string> parameters) =>
        ScriptRun.Of(Library, Script, windows, parameters).ToEnd();

    private static SimulatedSite Site(SimulatedWindows windows, string host) =>
        windows.Area<SimulatedSites>().Hosts[host];

    private static JsonElement Written(SimulatedWindows windows) =>
        JsonSerializer.Deserialize<JsonElement>(windows.Area<SimulatedParameters>().Values[Parameter]);

    private static void Harm(SimulatedWindows windows, string harm)
    {
        var records = windows.Area<SimulatedDnsRecords>();
        var own = Machines.OwnCertificate;
        Action act = harm switch
        {
            "page" => () => Site(windows, Second).Statuses["/mapi/healthcheck.htm"] = 503,
            "redirect" => () => Site(windows, Second).Statuses["/owa/healthcheck.htm"] = 302,
            "down" => () => Site(windows, Second).IsDown = true,
            "member" => () => Site(windows, Second).Chain[1] = own,
            "application" => () => Site(windows, Application).Chain[1] = own,
            "unknown" => () => windows.Area<SimulatedSites>().Hosts.Remove(Application),
            "name" => () => records.Inside.Remove(Autodiscover),
            "elsewhere" => () => records.Inside[Namespace] = ["10.9.9.9"],
            "balancer" => records.Outside.Clear,
            "targets" => () => Site(windows, Namespace).HealthyAt = DateTime.MaxValue,
            "autodiscover" => () => Site(windows, Autodiscover).HealthyAt = DateTime.MaxValue,
            _ => throw new ArgumentException(harm, nameof(harm)),
        };
        act();
    }
}
