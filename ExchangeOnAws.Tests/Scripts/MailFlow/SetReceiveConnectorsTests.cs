using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;
using Machines = ExchangeOnAws.Tests.Scripts.MailFlowMachines;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetReceiveConnectorsTests : ScriptSuite
{
    private const string Frontend = "Default Frontend EXA1";
    private const string Client = "Client Frontend EXA1";

    protected override string Script => "MailFlow/Set-ReceiveConnectors";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["MaximumMessageMiB"] = "100",
        ["Namespace"] = "mail.example.com",
    };

    /// <summary>Asked of the result, not of the script: what a stranger gets on every port.</summary>
    [TestCase(25)]
    [TestCase(587)]
    [TestCase(2525)]
    public void Stranger_can_relay_before_and_not_after(int port)
    {
        var windows = Machines.Member();
        var flow = Machines.Flow(windows);
        var connector = flow.Reached("EXA1", port, Machines.Internet)!;
        Machines.Open(connector);
        const string stranger = "somebody@example.net";
        Assert.That(flow.AnswerRecipient(connector, stranger), Does.StartWith("250"));

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);

        Assert.That(
            flow.AnswerRecipient(flow.Reached("EXA1", port, Machines.Internet)!, stranger),
            Does.StartWith("550 5.7.54"));
        Assert.That(
            flow.AnswerRecipient(connector, "kim@example.com"), Does.StartWith("250"), "Mail gets in.");
    }

    [TestCase(Frontend, "AnonymousUsers, ExchangeServers, ExchangeLegacyServers")]
    [TestCase(Client, "ExchangeUsers")]
    public void Connector_that_trusts_everybody_gets_back_what_setup_gave_it(string name, string groups)
    {
        var windows = Machines.Member();
        var connector = Machines.Connector(windows, name);
        var mechanism = connector.AuthMechanism;
        (connector.AuthMechanism, connector.PermissionGroups) =
            ("Tls, ExternalAuthoritative", "ExchangeServers");
        Assert.That(Machines.Flow(windows).Relays("EXA1", Machines.Internet), Is.True);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);

        Assert.That(Machines.Flow(windows).Relays("EXA1", Machines.Internet), Is.False);
        Assert.That((connector.AuthMechanism, connector.PermissionGroups), Is.EqualTo((mechanism, groups)));
    }

    [Test]
    public void Edge_server_has_the_same_promise()
    {
        var windows = Machines.EdgeServer();
        var connector = Machines.Flow(windows).Receive.Single();
        Machines.Open(connector);
        Assert.That(Machines.Flow(windows).Relays("EDGEA1", Machines.Internet), Is.True);

        var result = ScriptRun.Of(Library, Script, windows, new Dictionary<string, string>
        {
            ["MaximumMessageMiB"] = "100",
        }).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Machines.Flow(windows).Relays("EDGEA1", Machines.Internet), Is.False);
        Assert.That(connector.MaxMessageSize, Is.EqualTo(100 << 20));
        Assert.That(connector.Logging, Is.EqualTo("Verbose"));
        Assert.That(connector.Fqdn, Is.EqualTo(Machines.Edge));
    }

    [TestCase("0.0.0.0", "255.255.255.255")]
    [TestCase("::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [TestCase("11.0.0.0", "11.255.255.255")]
    [TestCase("9.0.0.0", "10.255.255.255")]
    [TestCase("172.0.0.0", "172.31.255.255")]
    [TestCase("172.16.0.0", "172.255.255.255")]
    [TestCase("2001:db8::", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff")]
    public void Open_relay_of_an_administrator_is_named_and_left(string first, string last)
    {
        var windows = NewMachine();
        var relay = Machines.AddRelay(windows, first, last);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain("receive connector \"Scanners\" relays mail of anybody")
            .And.Contain("Limit it"));
        Assert.That(relay.Rights, Has.Count.EqualTo(1));
        Assert.That(relay.MaxMessageSize, Is.EqualTo(36 << 20));
        Assert.That(Machines.Connector(windows, Frontend).Rights, Is.Empty, "Those of setup are closed.");
    }

    [TestCase("10.0.0.0", "10.255.255.255")]
    [TestCase("172.16.0.0", "172.31.255.255")]
    [TestCase("203.0.0.0", "203.0.255.255")]
    [TestCase("fd00::", "fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")]
    [TestCase("2001:db8:1::", "2001:db8:1:ffff:ffff:ffff:ffff:ffff")]
    public void Relay_for_a_network_is_left(string first, string last)
    {
        var windows = NewMachine();
        var relay = Machines.AddRelay(windows, first, last);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(relay.Rights, Has.Count.EqualTo(1));
    }

    [Test]
    public void Relay_that_is_switched_off_or_denied_is_none()
    {
        var windows = NewMachine();
        Machines.AddRelay(windows).IsEnabled = false;
        Machines.Open(Machines.Connector(windows, Client), isDenied: true);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(Machines.Connector(windows, Client).Rights, Has.Count.EqualTo(1));
    }

    [Test]
    public void Inherited_right_is_named()
    {
        var windows = Machines.Member();
        Machines.Open(Machines.Connector(windows, Frontend), isInherited: true);

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            @"Frontend EXA1 lets NT AUTHORITY\ANONYMOUS LOGON relay by a right that it inherits"));
    }

    /// <summary>Exchange would find no certificate for it, and offer no TLS on port 587.</summary>
    [TestCase("*.example.com", "IIS, SMTP", "mail.example.com")]
    [TestCase("EXA1.corp.example.com", "IIS, SMTP", "EXA1.corp.example.com")]
    [TestCase("mail.example.com", "IIS", "EXA1.corp.example.com")]
    public void Name_for_clients_takes_a_certificate(string name, string services, string expected)
    {
        var windows = Machines.Member();
        Machines.Flow(windows).Certificates.Add(([name], services));

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(Machines.Connector(windows, Client).Fqdn, Is.EqualTo(expected));
    }

    [Test]
    public void Server_without_connectors_of_setup_is_named()
    {
        var windows = Machines.Member();
        Machines.Flow(windows).Receive.Clear();

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain("has none of the receive connectors"));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = Machines.Member();
        Machines.Open(Machines.Connector(windows, Frontend));
        Machines.Flow(windows).Certificates.Add((["mail.example.com"], "IIS, SMTP"));
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        !Machines.Flow(windows).Relays("EXA1", Machines.Internet)
        && Machines.Flow(windows).Receive.All(connector => connector.MaxMessageSize == 100 << 20)
        && Machines.Connector(windows, Client) is { Fqdn: "mail.example.com", Logging: "Verbose" };
}
