using System.Globalization;
using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Receive connectors and the rights on them.</summary>
public sealed class ReceiveConnectorHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-ReceiveConnector", call => Flow(call).Receive
            .Where(connector => SimulatedExchange.IsSame(connector.Server, call.Text("Server")))
            .Select(Show)),
        Changes("Set-ReceiveConnector", Set),
        Reads("Get-ADPermission", call => Named(call).RightsOf(call.Text("User")).Select(right => Record.Of(
            ("User", new ExchangeText(right.User)), ("Deny", right.IsDenied),
            ("IsInherited", right.IsInherited),
            ("ExtendedRights", new object[] { new ExchangeText(right.Right) })))),
        Changes("Remove-ADPermission", call =>
        {
            ExchangeShellHandlers.Prompt(call);
            // What is inherited stays; the real cmdlet says so in a warning.
            Named(call).Rights.RemoveAll(right => right.User == call.Text("User")
                && right.Right == call.Text("ExtendedRights") && !right.IsInherited);
        }),
        Reads("Get-ExchangeCertificate", call => Flow(call).Certificates.Select(item => Record.Of(
            ("Services", new ExchangeText(item.Services)), ("NotAfter", call.Windows.Now.AddYears(1)),
            ("CertificateDomains",
                item.Names.Select(name => (object)new ExchangeText(name)).ToArray())))) with
        {
            When = call => call.Windows.Area<SimulatedMailFlow>().Receive.Count > 0,
        },
    ];

    /// <summary>A size as Exchange writes it.</summary>
    public static ExchangeText Size(long bytes) => new(
        string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MB ({bytes:N0} bytes)"));

    /// <summary>A size as Exchange reads it: 36MB.</summary>
    public static long Bytes(string text) => text.EndsWith("MB", StringComparison.Ordinal)
        && long.TryParse(text[..^2], out var size) && size << 20 < int.MaxValue
        ? size << 20
        : throw new CommandException($"The size {text} isn't valid.");

    public static SimulatedMailFlow Flow(Call call)
    {
        ExchangeShellHandlers.Exchange(call);
        return call.Windows.Area<SimulatedMailFlow>();
    }

    private static PSObject Show(SimulatedReceiveConnector connector) => Record.Of(
        ("Name", connector.Name), ("Identity", new ExchangeText(connector.Identity)),
        ("DistinguishedName", connector.DistinguishedName), ("Enabled", connector.IsEnabled),
        ("AuthMechanism", new ExchangeText(connector.AuthMechanism)),
        ("PermissionGroups", new ExchangeText(connector.PermissionGroups)),
        ("ProtocolLoggingLevel", new ExchangeText(connector.Logging)),
        ("Fqdn", new ExchangeText(connector.Fqdn)), ("MaxMessageSize", Size(connector.MaxMessageSize)),
        ("RemoteIPRanges", connector.Ranges.Select(range => (object)Record.Of(
            ("LowerBound", new ExchangeText(range.First)),
            ("UpperBound", new ExchangeText(range.Last)))).ToArray()));

    private static SimulatedReceiveConnector Named(Call call)
    {
        var identity = call.Text("Identity");
        return Flow(call).Receive.FirstOrDefault(connector =>
                identity == connector.Identity || identity == connector.DistinguishedName)
            ?? throw SimulatedExchange.NotFound(identity);
    }

    private static void Set(Call call)
    {
        var connector = Named(call);
        var (mechanism, groups) = (
            call.Text("AuthMechanism", connector.AuthMechanism),
            call.Text("PermissionGroups", connector.PermissionGroups));
        var name = call.Text("Fqdn", connector.Fqdn);
        var isTrusted = SimulatedReceiveConnector.Has(mechanism, "ExternalAuthoritative");
        var refusal =
            isTrusted && mechanism is not ("ExternalAuthoritative" or "Tls, ExternalAuthoritative")
                ? "ExternalAuthoritative goes with Tls only."
            : isTrusted && !SimulatedReceiveConnector.Has(groups, "ExchangeServers")
                ? "ExternalAuthoritative needs the permission group ExchangeServers."
            : SimulatedReceiveConnector.Has(mechanism, "ExchangeServer")
                && SimulatedExchange.ShortName(name) != connector.Server
                ? "With ExchangeServer, the Fqdn must be the name of the server."
            : null;
        if (refusal is not null)
        {
            throw new CommandException(refusal);
        }

        (connector.AuthMechanism, connector.PermissionGroups, connector.Fqdn) = (mechanism, groups, name);
        connector.Logging = call.Text("ProtocolLoggingLevel", connector.Logging);
        connector.MaxMessageSize = call.Has("MaxMessageSize")
            ? Bytes(call.Text("MaxMessageSize"))
            : connector.MaxMessageSize;
    }
}
