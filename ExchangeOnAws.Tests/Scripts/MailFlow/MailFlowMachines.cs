using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Servers with the connectors that setup makes.</summary>
internal static class MailFlowMachines
{
    public const string Secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:smtp-AbCdEf";
    public const string SmartHost = "email-smtp.eu-west-1.amazonaws.com";
    public const string User = "AKIAIOSFODNN7EXAMPLE";
    public const string Password = "smtp-Pa55word";
    public const string Edge = "EDGEA1.example.com";
    public const string Internet = "203.0.113.7";

    private const string Every = "Tls, Integrated, BasicAuth, BasicAuthRequireTLS, ExchangeServer";

    /// <summary>The first of two members.</summary>
    public static SimulatedWindows Member()
    {
        var windows = ClusterMachines.Server("EXA1", "EXB1");
        AddSetup(Flow(windows), "EXA1");
        windows.Secrets.AddAccount(Secret, User, Password);
        return windows;
    }

    public static SimulatedWindows EdgeServer()
    {
        var windows = new SimulatedWindows();
        windows.Area<SimulatedComputer>().Name = "EDGEA1";
        windows.Area<SimulatedExchange>().Servers.Add("EDGEA1");
        AddEdge(Flow(windows));
        return windows;
    }

    public static SimulatedMailFlow Flow(SimulatedWindows windows) => windows.Area<SimulatedMailFlow>();

    public static SimulatedReceiveConnector Connector(SimulatedWindows windows, string name) =>
        Flow(windows).Receive.Single(connector => connector.Name == name);

    /// <summary>
    /// Of the five of a mailbox server those that differ; the suite breaks each question about one once.
    /// </summary>
    public static void AddSetup(SimulatedMailFlow flow, string server) => flow.Receive.AddRange(
    [
        new(server, $"Default Frontend {server}", 25)
        {
            AuthMechanism = Every,
            PermissionGroups = "AnonymousUsers, ExchangeServers, ExchangeLegacyServers",
            Logging = "Verbose",
        },
        new(server, $"Client Frontend {server}", 587)
        {
            AuthMechanism = "Tls, Integrated, BasicAuth, BasicAuthRequireTLS",
            PermissionGroups = "ExchangeUsers",
        },
        new(server, $"Default {server}", 2525)
        {
            AuthMechanism = "Tls, Integrated, BasicAuth, ExchangeServer",
            PermissionGroups = "ExchangeUsers, ExchangeServers, ExchangeLegacyServers",
        },
    ]);

    public static void AddEdge(SimulatedMailFlow flow)
    {
        flow.EdgeServers.Add("EDGEA1");
        flow.Receive.Add(new("EDGEA1", "Default internal receive connector EDGEA1", 25)
        {
            AuthMechanism = "Tls, ExchangeServer",
            PermissionGroups = "AnonymousUsers, ExchangeServers, Partners",
            Fqdn = Edge,
        });
    }

    /// <summary>What somebody does who wants a printer to send mail, and forgets the others.</summary>
    public static void Open(
        SimulatedReceiveConnector connector, bool isInherited = false, bool isDenied = false) =>
        connector.Rights.Add(new(
            SimulatedReceiveConnector.Anonymous, SimulatedReceiveConnector.AnyRecipient, isInherited,
            isDenied));

    /// <summary>A connector of an administrator that relays for a range.</summary>
    public static SimulatedReceiveConnector AddRelay(
        SimulatedWindows windows, string first = "0.0.0.0", string last = "255.255.255.255")
    {
        var relay = new SimulatedReceiveConnector("EXA1", "Scanners", 25);
        relay.Ranges.Clear();
        relay.Ranges.Add(("192.168.7.7", "192.168.7.7"));
        relay.Ranges.Add((first, last));
        Open(relay);
        Flow(windows).Receive.Add(relay);
        return relay;
    }
}
