using System.Text;
using System.Text.Json;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;
using Machines = ExchangeOnAws.Tests.Scripts.MailFlowMachines;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class ConfirmMailFlowTests : ScriptSuite
{
    private const string Parameter = "/exchange/dev/mail-flow";
    private const string Member = "EXA1.corp.example.com";

    protected override string Script => "MailFlow/Confirm-MailFlow";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["Members"] = "EXA1",
        ["EdgeServers"] = Machines.Edge,
        ["AcceptedDomains"] = "example.com,example.org",
        ["SmartHost"] = Machines.SmartHost,
        ["CredentialsSecretArn"] = Machines.Secret,
        ["ResultParameter"] = Parameter,
    };

    [Test]
    public void Result_says_what_was_looked_at()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();

        var result = Written(windows);
        Assert.That(
            new[] { "edgeServers", "acceptedDomain", "smartHost", "login" }
                .Select(name => result.GetProperty(name).GetString()),
            Is.EqualTo([Machines.Edge, "example.com", Machines.SmartHost + ":587", Machines.Secret]));
        Assert.That(result.GetProperty("members")[0].GetString(), Is.EqualTo("EXA1"));
    }

    [Test]
    public void Members_alone_are_enough()
    {
        var windows = NewMachine();
        windows.Area<SimulatedMailFlow>().SyncStatus.Clear();

        var result = ScriptRun.Of(Library, Script, windows, new Dictionary<string, string>
        {
            ["Members"] = "EXA1",
            ["AcceptedDomains"] = "example.com",
            ["ResultParameter"] = Parameter,
        }).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void No_message_is_ever_sent()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();

        foreach (var host in windows.Area<SimulatedSmtp>().Hosts.Values)
        {
            Assert.That(host.Heard, Is.Not.Empty.And.None.StartsWith("DATA").And.None.StartsWith("BDAT"));
        }
    }

    [TestCase("certificate")]
    [TestCase("plain")]
    public void Login_is_not_shown_before_the_session_is_safe(string harm)
    {
        var windows = NewMachine();
        Harm(windows, harm);

        RunOn(windows).ToEnd();

        Assert.That(
            Host(windows, Machines.SmartHost, 587).Heard.Distinct(),
            Is.EqualTo(["EHLO EXA1.corp.example.com", "STARTTLS"]));
    }

    [TestCase("down", Member + " port 25: ")]
    [TestCase("greeting", Member + " answers 421 4.3.2 Service not available to CONNECT")]
    [TestCase("tls", Member + " offers no TLS")]
    [TestCase("mail", Member + " answers 452 4.3.1 Insufficient system resources to MAIL FROM:<>")]
    [TestCase("vague", Member + " does not say whether it relays: 451 4.7.0 Temporary server error")]
    [TestCase("domain", Member + " takes no mail for example.com: 550 5.7.54")]
    [TestCase("relay", Member + " is an open relay: it takes mail of anybody for <relay-test@example")]
    [TestCase("edge", Machines.Edge + " is an open relay")]
    [TestCase("sync", Machines.Edge + ": EdgeSync is Failed The LDAP server is unavailable.")]
    [TestCase("subscription", Machines.Edge + " is not subscribed")]
    [TestCase("host", Machines.SmartHost + " port 587: ")]
    [TestCase("plain", Machines.SmartHost + " port 587 answers 500 5.3.3 Unrecognized command to STARTTLS")]
    [TestCase("certificate", Machines.SmartHost + " port 587: The remote certificate is invalid")]
    [TestCase("login", "port 587 answers 535 Authentication Credentials Invalid to the login of secret arn:")]
    public void Fault_is_written_and_ends_the_step(string harm, string fault)
    {
        var windows = NewMachine();
        Harm(windows, harm);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Text);
        Assert.That(result.Failure, Does.Contain("Waited 540 s for the flow of mail").And.Contain(fault));
        Assert.That(Written(windows).GetProperty("result").GetString(), Is.EqualTo("faulty"));
        Assert.That(
            Written(windows).GetProperty("faults").EnumerateArray().Select(item => item.GetString()),
            Has.One.Items.And.Some.Contains(fault));
    }

    /// <summary>The promise of one step, proved by the other.</summary>
    [Test]
    public void Relay_that_the_connectors_step_closes_is_none()
    {
        var windows = NewMachine();
        Harm(windows, "relay");

        var parameters = new Dictionary<string, string> { ["MaximumMessageMiB"] = "36" };
        var closed = ScriptRun.Of(Library, "MailFlow/Set-ReceiveConnectors", windows, parameters).ToEnd();

        Assert.That(closed.ExitCode, Is.Zero, closed.Text);
        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
    }

    [Test]
    public void Relay_for_a_network_with_this_server_in_it_is_a_note()
    {
        var windows = NewMachine();
        Machines.AddRelay(windows, "10.0.0.0", "10.0.255.255");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Written(windows).GetProperty("notes")[0].GetString(), Is.EqualTo(
            "EXA1 relays for the networks of its receive connector Scanners"));
        Assert.That(RunOn(windows).ToEnd().Changes, Is.Empty);
    }

    [Test]
    public void Server_that_comes_later_is_waited_for()
    {
        var windows = NewMachine();
        Harm(windows, "down");
        windows.After(TimeSpan.FromMinutes(5), () => Host(windows, Member, 25).IsDown = false);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Exchange_that_does_not_answer_is_a_fault_that_is_written()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Area<SimulatedExchange>().ReadyAt = DateTime.MaxValue;

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain("Waited 600 s for Exchange on EXA1"));
        Assert.That(Written(windows).GetProperty("result").GetString(), Is.EqualTo("faulty"));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = Machines.Member();
        var flow = Machines.Flow(windows);
        Machines.AddEdge(flow);
        flow.SyncStatus["EDGEA1"] = "Normal";
        var smtp = windows.Area<SimulatedSmtp>();
        smtp.AddExchange(flow, Member);
        smtp.AddExchange(flow, Machines.Edge);
        smtp.Hosts[(Machines.SmartHost, 587)] = new()
        {
            CertificateName = Machines.SmartHost,
            Login = (Machines.User, Machines.Password),
        };
        windows.Secrets.Values.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(Machines.Password)));
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedParameters>().Values.TryGetValue(Parameter, out var text)
        && text.Contains("\"healthy\"", StringComparison.Ordinal);

    private static SimulatedSmtpHost Host(SimulatedWindows windows, string name, int port) =>
        windows.Area<SimulatedSmtp>().Hosts[(name, port)];

    private static JsonElement Written(SimulatedWindows windows) =>
        JsonSerializer.Deserialize<JsonElement>(windows.Area<SimulatedParameters>().Values[Parameter]);

    private static void Harm(SimulatedWindows windows, string harm)
    {
        var (flow, member, relay) = (
            Machines.Flow(windows), Host(windows, Member, 25), Host(windows, Machines.SmartHost, 587));
        Action act = harm switch
        {
            "down" => () => member.IsDown = true,
            "greeting" => () => member.Greeting = "421 4.3.2 Service not available",
            "tls" => () => member.OffersTls = false,
            "mail" => () => member.Mail = "452 4.3.1 Insufficient system resources",
            "vague" => () => member.Recipient = address =>
                address.EndsWith(".invalid", StringComparison.Ordinal)
                    ? "451 4.7.0 Temporary server error"
                    : "250 2.1.5 Recipient OK",
            "domain" => () => member.Recipient = _ => "550 5.7.54 SMTP; Unable to relay recipient",
            "relay" => () => Machines.Open(Machines.Connector(windows, "Default Frontend EXA1")),
            "edge" => () => Machines.Open(flow.Receive[^1]),
            "sync" => () => flow.SyncStatus["EDGEA1"] = "Failed",
            "subscription" => flow.SyncStatus.Clear,
            "host" => () => relay.IsDown = true,
            "plain" => () => relay.OffersTls = false,
            "certificate" => () => relay.CertificateName = "",
            "login" => () => relay.Login = (Machines.User, "another"),
            _ => throw new ArgumentException(harm, nameof(harm)),
        };
        act();
    }
}
