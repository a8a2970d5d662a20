using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Send connectors, the limits of the organisation, EdgeSync's report.</summary>
public sealed class SendConnectorHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-SendConnector", call => Flow(call).Send.Select(Show)),
        Changes("New-SendConnector", call =>
        {
            var connector = new SimulatedSendConnector(call.Text("Name"));
            if (Flow(call).Send.Any(other => SimulatedExchange.IsSame(other.Name, connector.Name)))
            {
                throw new CommandException($"The connector {connector.Name} already exists.");
            }

            Apply(call, connector);
            Flow(call).Send.Add(connector);
        }),
        Changes("Set-SendConnector", call => Apply(call, Named(call))),
        Changes("Remove-SendConnector", call =>
        {
            ExchangeShellHandlers.Prompt(call);
            Flow(call).Send.Remove(Named(call));
        }),
        Reads("Get-TransportConfig", call => Record.Of(
            ("MaxSendSize", ReceiveConnectorHandlers.Size(Flow(call).MaxSendSize)),
            ("MaxReceiveSize", ReceiveConnectorHandlers.Size(Flow(call).MaxReceiveSize)))),
        Changes("Set-TransportConfig", call =>
        {
            Flow(call).MaxSendSize = ReceiveConnectorHandlers.Bytes(call.Text("MaxSendSize"));
            Flow(call).MaxReceiveSize = ReceiveConnectorHandlers.Bytes(call.Text("MaxReceiveSize"));
        }),
        Reads("Test-EdgeSynchronization", call => Flow(call).SyncStatus.Select(edge => Record.Of(
            ("Name", edge.Key), ("SyncStatus", new ExchangeText(edge.Value)),
            ("FailureDetail", edge.Value == "Normal" ? "" : "The LDAP server is unavailable.")))),
    ];

    private static SimulatedMailFlow Flow(Call call) => ReceiveConnectorHandlers.Flow(call);

    private static SimulatedSendConnector Named(Call call) => Flow(call).Send
        .FirstOrDefault(connector => SimulatedExchange.IsSame(connector.Name, call.Text("Identity")))
        ?? throw SimulatedExchange.NotFound(call.Text("Identity"));

    private static PSObject Show(SimulatedSendConnector connector)
    {
        var record = Record.Of(
            ("Name", connector.Name), ("Identity", new ExchangeText(connector.Name)),
            ("Enabled", connector.IsEnabled),
            ("SourceTransportServers", connector.Servers.Select(ExchangeShellHandlers.Identity).ToArray()),
            ("MaxMessageSize", ReceiveConnectorHandlers.Size(connector.MaxMessageSize)));
        foreach (var (name, value) in connector.Values)
        {
            record.Properties.Add(new PSNoteProperty(name, (name, value) switch
            {
                ("AddressSpaces" or "SmartHosts", null) => Array.Empty<object>(),
                ("AddressSpaces" or "SmartHosts", { } text) => new object[] { new ExchangeText(text) },
                (_, null) => null,
                (_, { } text) => new ExchangeText(text),
            }));
        }

        return record;
    }

    private static void Apply(Call call, SimulatedSendConnector connector)
    {
        var values = new Dictionary<string, string?>(connector.Values, StringComparer.OrdinalIgnoreCase);
        foreach (var name in connector.Values.Keys.Where(call.Has))
        {
            values[name] = call.TextOrNull(name);
        }

        var login = call.Value("AuthenticationCredential") is PSCredential given
            ? given.GetNetworkCredential()
            : connector.Login;
        var servers = call.Has("SourceTransportServers")
            ? call.Texts("SourceTransportServers")
            : connector.Servers;
        if (Refusal(call, values, login is not null, servers) is { } reason)
        {
            throw new CommandException(reason);
        }

        foreach (var (name, value) in values)
        {
            connector.Values[name] = value;
        }

        connector.Login = login;
        connector.IsEnabled = call.Has("Enabled") ? call.Flag("Enabled") : connector.IsEnabled;
        string[] members = [.. servers];
        connector.Servers.Clear();
        connector.Servers.AddRange(members);
        connector.MaxMessageSize = call.Has("MaxMessageSize")
            ? ReceiveConnectorHandlers.Bytes(call.Text("MaxMessageSize"))
            : connector.MaxMessageSize;
    }

    // learn.microsoft.com/powershell/module/exchangepowershell/new-sendconnector, by parameter.
    private static string? Refusal(
        Call call, Dictionary<string, string?> values, bool hasLogin, IReadOnlyList<string> servers)
    {
        var (isDns, host) = (values["DNSRoutingEnabled"] == "True", values["SmartHosts"]);
        var hasTls = values["RequireTLS"] == "True";
        return isDns && host is not null ? "DNSRoutingEnabled must be $false when SmartHosts is specified."
            : !isDns && host is null ? "SmartHosts must be specified when DNSRoutingEnabled is $false."
            : isDns && values["SmartHostAuthMechanism"] != "None" ? "Authentication needs a smart host."
            : values["SmartHostAuthMechanism"]!.StartsWith("BasicAuth", StringComparison.Ordinal) && !hasLogin
                ? "AuthenticationCredential must be specified."
            : values["TlsAuthLevel"] is not null && !hasTls ? "TlsAuthLevel needs RequireTLS."
            : values["TlsAuthLevel"] == "DomainValidation" && !isDns && values["TlsDomain"] is null
                ? "TlsDomain must be specified."
            : servers.FirstOrDefault(name =>
                !ExchangeShellHandlers.Exchange(call).Servers.Contains(name)
                && !Flow(call).EdgeServers.Contains(name)) is { } unknown
                ? $"The source server {unknown} couldn't be found."
            : null;
    }
}
