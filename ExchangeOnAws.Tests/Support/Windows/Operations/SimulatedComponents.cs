namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>What the components of Exchange servers are, and who wants them so.</summary>
public sealed class SimulatedComponents
{
    private static readonly string[] s_always = ["Monitoring", "RecoveryActionsEnabled"];

    private readonly Dictionary<(string Server, string Component, string Requester),
        (string State, DateTime At)> _entries = [];

    /// <summary>As a server shows them; the last one is active in Microsoft's datacenters only.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "ServerWideOffline", "HubTransport", "FrontendTransport", "EdgeTransport", .. s_always, "OwaProxy",
        "ForwardSyncDaemon",
    ];

    /// <summary>When the transport service of this server was last started by hand.</summary>
    public DateTime RestartedAt { get; set; }

    public void Set(string server, string component, string requester, string state, DateTime at) =>
        _entries[(server, component, requester)] = (state, at);

    public IEnumerable<(string Requester, string State)> Entries(string server, string component) =>
        _entries.Where(entry => entry.Key.Server == server && entry.Key.Component == component)
            .Select(entry => (entry.Key.Requester, entry.Value.State));

    public string? State(string server, string component, string requester) =>
        _entries.TryGetValue((server, component, requester), out var entry) ? entry.State : null;

    /// <summary>The worst that any requester wants; ServerWideOffline takes the others along.</summary>
    public string Effective(string server, string component)
    {
        if (component != "ServerWideOffline" && !s_always.Contains(component)
            && Effective(server, "ServerWideOffline") != "Active")
        {
            return "Inactive";
        }

        var states = Entries(server, component).Select(entry => entry.State).ToArray();
        return states.Contains("Inactive") || component == "ForwardSyncDaemon" ? "Inactive"
            : states.Contains("Draining") ? "Draining"
            : "Active";
    }

    /// <summary>Whether the transport service started after its component was last set.</summary>
    public bool IsTaken(SimulatedWindows windows, string server, string component) => _entries
        .Where(entry => entry.Key.Server == server && entry.Key.Component == component)
        .All(entry => entry.Value.At <= (RestartedAt > windows.BootedAt ? RestartedAt : windows.BootedAt));
}

public sealed class ComponentHandlers : HandlerGroup
{
    private const string Transport = "MSExchangeTransport";

    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-ServerComponentState", call =>
        {
            var (components, server) = (Components(call), Server(call));
            return SimulatedComponents.Names.Select(name => Record.Of(
                ("Component", name), ("State", new ExchangeText(components.Effective(server, name))),
                ("LocalStates", components.Entries(server, name).Select(entry => (object)Record.Of(
                    ("Requester", entry.Requester), ("State", new ExchangeText(entry.State)))).ToArray()),
                ("RemoteStates", null)));
        }),
        Changes("Set-ServerComponentState", call =>
        {
            Components(call).Set(Server(call), call.Text("Component"), call.Text("Requester"),
                call.Text("State"), call.Windows.Now);
            foreach (var service in call.Windows.Services.All.Values
                .Where(service => service.Name is "MSExchangePOP3" or "MSExchangeIMAP4"))
            {
                service.Status = Components(call).Effective(Server(call), "OwaProxy") == "Active"
                    ? service.Status
                    : "Stopped";
            }
        }),
        Changes("Restart-Service", call =>
        {
            call.Windows.Area<SimulatedComponents>().RestartedAt = call.Windows.Now;
            foreach (var name in call.Texts("Name"))
            {
                call.Windows.Services.Get(name).Status = "Running";
            }

            call.Windows.Area<SimulatedQueues>().Drain(call);
        }) with
        {
            When = call => call.Texts("Name").Contains(Transport),
        },
        Reads("Get-Service", call => call.Windows.Services.All.Values
            .Where(service => call.Texts("Name").Any(pattern => service.Name.StartsWith(
                pattern.TrimEnd('*'), StringComparison.OrdinalIgnoreCase)))
            .Select(service => Record.Of(
                ("Name", service.Name), ("Status", service.Status), ("StartType", service.StartType)))) with
        {
            When = call => call.Texts("Name").Any(name => name.EndsWith('*')),
        },
    ];

    private static SimulatedComponents Components(Call call) => call.Windows.Area<SimulatedComponents>();

    private static string Server(Call call)
    {
        var server = call.Text("Identity");
        return ExchangeShellHandlers.Exchange(call).Servers.Contains(server)
            ? server
            : throw SimulatedExchange.NotFound(server);
    }
}
