namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Shares of this server, as a list without names to ask for shows them.</summary>
public sealed class SimulatedShares
{
    public Dictionary<string, string> Paths { get; } = new() { ["C$"] = @"C:\", ["IPC$"] = "" };
}

public sealed class WitnessShareHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-SmbShare", call => call.Windows.Area<SimulatedShares>().Paths
            .Select(share => Record.Of(("Name", share.Key), ("Path", share.Value)))) with
        {
            When = call => !call.Has("Name"),
        },
    ];
}
