using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;
using Machines = ExchangeOnAws.Tests.Scripts.MailFlowMachines;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetSendConnectorTests : ScriptSuite
{
    private const string Name = "Internet (Exchange on AWS)";

    protected override string Script => "MailFlow/Set-SendConnector";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["SmartHost"] = Machines.SmartHost,
        ["CredentialsSecretArn"] = Machines.Secret,
        ["Members"] = "EXA1,EXB1",
        ["MaximumMessageMiB"] = "40",
    };

    private static Dictionary<string, string> ByDns => new()
    {
        ["Members"] = "EXA1,EXB1",
        ["MaximumMessageMiB"] = "40",
    };

    [Test]
    public void Smart_host_gets_the_login_over_tls_only_and_under_its_own_name()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();

        var values = Own(windows)!.Values;
        Assert.That(
            new[] { "Port", "RequireTLS", "TlsAuthLevel", "TlsDomain", "SmartHostAuthMechanism" }
                .Select(name => values[name]),
            Is.EqualTo(["587", "True", "DomainValidation", Machines.SmartHost, "BasicAuthRequireTLS"]));
        Assert.That(values["Usage"], Is.EqualTo("Internet"));
        Assert.That(values["IsScopedConnector"], Is.EqualTo("False"));
    }

    [Test]
    public void Without_a_smart_host_mail_goes_to_the_servers_of_the_recipients()
    {
        var windows = NewMachine();

        var result = Run(windows, ByDns);

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(IsByDns(Own(windows)), Is.True);
        Assert.That(Run(windows, ByDns).Changes, Is.Empty);
    }

    [Test]
    public void Way_out_can_change_and_change_back()
    {
        var windows = NewMachine();
        Run(windows, ByDns);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);

        // The power goes between the connector that is removed and the one that takes its place.
        ScriptRun.Of(Library, Script, windows, ByDns).Once(new(StopAfter: 1));
        Assert.That(Machines.Flow(windows).Send, Is.Empty);
        windows.Restart();
        Assert.That(Run(windows, ByDns).ExitCode, Is.Zero);
        Assert.That(IsByDns(Own(windows)), Is.True);
    }

    [Test]
    public void New_login_is_taken_over()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Secrets.AddAccount(Machines.Secret, Machines.User, "another-Pa55word");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Changes.Select(change => change.Name), Is.EqualTo(["Set-SendConnector"]));
        Assert.That(Own(windows)!.Login!.Password, Is.EqualTo("another-Pa55word"));
        Assert.That(Own(windows)!.Values["Comment"], Does.Not.Contain("Pa55word"));
        Assert.That(RunOn(windows).ToEnd().Changes, Is.Empty);
    }

    [TestCase("Members", "EXA1", 1)]
    [TestCase("Members", "EXB1,EXA1", 0)]
    [TestCase("MaximumMessageMiB", "50", 1)]
    [TestCase("SmartHostPort", "2587", 1)]
    [TestCase("SmartHost", "smtp.example.net", 1)]
    public void Change_of_the_configuration_is_taken_over(string parameter, string value, int changes)
    {
        var windows = NewMachine();
        Run(windows, new(Parameters) { ["Members"] = "EXA1,EXB1" });

        var result = Run(windows, new(Parameters) { [parameter] = value });

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes.Count(), Is.EqualTo(changes));
        Assert.That(Own(windows)!.Servers, Has.Count.EqualTo(value == "EXA1" ? 1 : 2));
    }

    [Test]
    public void Edge_servers_that_send_take_the_place_of_ours()
    {
        var windows = NewMachine();
        AddOther(windows, "EdgeSync - Default-First-Site-Name to Internet");
        RunOn(windows).ToEnd();

        var result = Run(windows, new(ByDns) { ["EdgeInternet"] = "true" });

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Machines.Flow(windows).Send, Has.Count.EqualTo(1));
        Assert.That(Own(windows), Is.Null);
        Assert.That(Run(windows, new(ByDns) { ["EdgeInternet"] = "true" }).Changes, Is.Empty);
    }

    [TestCase(true, "SMTP:*;10", 1)]
    [TestCase(false, "SMTP:*;10", 2)]
    [TestCase(true, "SMTP:*.example.net;1", 2)]
    public void Organization_that_has_a_way_out_keeps_it(bool isEnabled, string space, int connectors)
    {
        var windows = InOrganizationOfOthers();
        var other = AddOther(windows, "Outbound");
        (other.IsEnabled, other.Values["AddressSpaces"]) = (isEnabled, space);

        var result = Run(windows, new(ByDns) { ["SharedOrganization"] = "true" });

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Machines.Flow(windows).Send, Has.Count.EqualTo(connectors));
        Assert.That(other.Values["AddressSpaces"], Is.EqualTo(space));
    }

    /// <summary>Servers of others would otherwise send through it too.</summary>
    [Test]
    public void Smart_host_in_an_organization_of_others_is_for_our_site()
    {
        var windows = InOrganizationOfOthers();
        AddOther(windows, "Outbound");

        Run(windows, new(Parameters) { ["SharedOrganization"] = "true" });

        Assert.That(Own(windows)!.Values["IsScopedConnector"], Is.EqualTo("True"));
        Assert.That(Machines.Flow(windows).Send, Has.Count.EqualTo(2));
    }

    /// <summary>An existing domain, where nobody has had Exchange before.</summary>
    [Test]
    public void Existing_domain_with_our_servers_only_is_ours()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Servers.Add("EDGEA1");
        AddOther(windows, "Outbound");

        var result = Run(windows, new(ByDns)
        {
            ["SharedOrganization"] = "true",
            ["EdgeServers"] = "EDGEA1.example.com",
        });

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(IsByDns(Own(windows)), Is.True);
        Assert.That(Own(windows)!.Values["IsScopedConnector"], Is.EqualTo("False"));
    }

    [Test]
    public void Connector_of_others_with_our_name_is_refused()
    {
        var windows = NewMachine();
        AddOther(windows, Name);

        var result = RunOn(windows).ToEnd();

        Assert.That(
            result.Failure, Does.Contain($"send connector \"{Name}\" was not made by this deployment"));
        Assert.That(result.Changes, Is.Empty);
    }

    protected override SimulatedWindows NewMachine() => Machines.Member();

    protected override bool IsReached(SimulatedWindows windows) => Own(windows) is
    {
        IsEnabled: true, Servers: ["EXA1", "EXB1"], MaxMessageSize: 40 << 20,
        Login: { UserName: Machines.User, Password: Machines.Password },
    } connector
        && connector.Values["AddressSpaces"] == "SMTP:*;1"
        && connector.Values["DNSRoutingEnabled"] == "False"
        && connector.Values["SmartHosts"] == Machines.SmartHost;

    private static bool IsByDns(SimulatedSendConnector? connector) => connector is
    {
        IsEnabled: true, Servers: ["EXA1", "EXB1"], Login: null,
    }
        && connector.Values["DNSRoutingEnabled"] == "True"
        && connector.Values["SmartHosts"] is null
        && connector.Values["RequireTLS"] == "False";

    private static SimulatedWindows InOrganizationOfOthers()
    {
        var windows = Machines.Member();
        windows.Area<SimulatedExchange>().Servers.Add("OLDEX1");
        return windows;
    }

    private RunResult Run(SimulatedWindows windows, Dictionary<string, string> parameters) =>
        ScriptRun.Of(Library, Script, windows, parameters).ToEnd();

    private static SimulatedSendConnector? Own(SimulatedWindows windows) =>
        Machines.Flow(windows).Send.SingleOrDefault(connector => connector.Name == Name);

    private static SimulatedSendConnector AddOther(SimulatedWindows windows, string name)
    {
        var other = new SimulatedSendConnector(name);
        Machines.Flow(windows).Send.Add(other);
        return other;
    }
}
