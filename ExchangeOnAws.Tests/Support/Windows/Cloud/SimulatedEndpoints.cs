namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Addresses to which there is no way from the server.</summary>
public sealed class SimulatedEndpoints
{
    public HashSet<string> Unreachable { get; } = [];
}

public sealed class EndpointHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Test-NetConnection", call => !Area(call).Unreachable.Contains(call.Text("ComputerName"))) with
        {
            When = call => call.Number("Port") == 443 && Area(call).Unreachable.Count > 0,
        },
    ];

    private static SimulatedEndpoints Area(Call call) => call.Windows.Area<SimulatedEndpoints>();
}
