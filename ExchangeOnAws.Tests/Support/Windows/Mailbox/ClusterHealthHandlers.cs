namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>What Exchange's own tests say.</summary>
public sealed class SimulatedExchangeHealth
{
    /// <summary>Required services that do not run, by server.</summary>
    public Dictionary<string, string> StoppedServices { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Replication checks that fail, by server, with the error.</summary>
    public Dictionary<string, (string Check, string Error)> FailedChecks { get; } =
        new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Servers that the tests cannot reach.</summary>
    public HashSet<string> Silent { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Before, the faults above are there.</summary>
    public DateTime HealthyAt { get; set; } = DateTime.MaxValue;

    /// <summary>How long the tests of one server take.</summary>
    public TimeSpan TestTime { get; set; }
}

public sealed class ClusterHealthHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Test-ServiceHealth", call =>
        {
            var stopped = Faulty(call)?.StoppedServices.GetValueOrDefault(call.Text("Server"));
            return new[] { "Mailbox Server Role", "Client Access Server Role", "Hub Transport Server Role" }
                .Select(role => Record.Of(("Role", role), ("RequiredServicesRunning", stopped is null),
                    ("ServicesNotRunning", new[] { stopped }.OfType<object>().ToArray())));
        }),
        Reads("Test-ReplicationHealth", call =>
        {
            var server = call.Text("Identity");
            var failed = Faulty(call)?.FailedChecks.GetValueOrDefault(server) ?? default;
            return new[] { "ClusterService", "ReplayService", "TcpListener", "QuorumGroup" }.Select(
                check => Record.Of(("Server", server), ("Check", check),
                    ("Result", new ExchangeText(check == failed.Check ? "*FAILED*" : "Passed")),
                    ("Error", check == failed.Check ? failed.Error : "")));
        }),
    ];

    private static SimulatedExchangeHealth? Faulty(Call call)
    {
        ExchangeShellHandlers.Exchange(call);
        var health = call.Windows.Area<SimulatedExchangeHealth>();
        call.Windows.Advance(health.TestTime);
        var server = call.Text("Server", call.Text("Identity"));
        return health.Silent.Contains(server) ? throw new CommandException($"{server} doesn't answer.")
            : call.Windows.Now < health.HealthyAt ? health
            : null;
    }
}
