namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The servers that an operator keeps from taking databases.</summary>
public sealed class SimulatedMaintenance
{
    /// <summary>Servers whose copies are not activated by Exchange itself.</summary>
    public HashSet<string> Blocked { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Servers that hand their databases over to any other healthy copy.</summary>
    public HashSet<string> MovingAway { get; } = new(StringComparer.OrdinalIgnoreCase);
}

public sealed class MaintenanceHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-MailboxServer", call =>
        {
            var (exchange, maintenance, name) = (
                ExchangeShellHandlers.Exchange(call), call.Windows.Area<SimulatedMaintenance>(),
                call.TextOrNull("Identity"));
            return name is not null && !exchange.Servers.Contains(name)
                ? throw SimulatedExchange.NotFound(name)
                : exchange.Servers.Where(server => SimulatedExchange.IsSame(server, name ?? server))
                    .Select(server => Record.Of(
                        ("Name", server),
                        ("DatabaseCopyAutoActivationPolicy", new ExchangeText(
                            maintenance.Blocked.Contains(server) ? "Blocked" : "Unrestricted")),
                        ("DatabaseCopyActivationDisabledAndMoveNow",
                            maintenance.MovingAway.Contains(server))));
        }),
    ];
}
