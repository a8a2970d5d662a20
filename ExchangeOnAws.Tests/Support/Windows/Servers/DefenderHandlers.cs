namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>What Microsoft Defender leaves alone.</summary>
public sealed class SimulatedDefender
{
    public List<string> Paths { get; } = [];

    public List<string> Processes { get; } = [];

    public List<string> Extensions { get; } = [];

    /// <summary>Tamper protection: what is added is ignored without an error.</summary>
    public bool IgnoresChanges { get; set; }

    /// <summary>When the service answers after the start of Windows.</summary>
    public DateTime AnswersFrom { get; set; }
}

/// <summary>Microsoft Defender.</summary>
public sealed class DefenderHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-MpPreference", call => Record.Of(
            ("ExclusionPath", Shown(Running(call).Paths)),
            ("ExclusionProcess", Shown(Running(call).Processes)),
            ("ExclusionExtension", Shown(Running(call).Extensions)))),
        Changes("Add-MpPreference", call =>
        {
            var defender = Running(call);
            if (!defender.IgnoresChanges)
            {
                Add(defender.Paths, call.Texts("ExclusionPath"));
                Add(defender.Processes, call.Texts("ExclusionProcess"));
                Add(defender.Extensions, call.Texts("ExclusionExtension"));
            }
        }),
    ];

    private static SimulatedDefender Running(Call call)
    {
        var defender = call.Windows.Area<SimulatedDefender>();
        return call.Windows.Services.All.GetValueOrDefault("WinDefend")?.Status == "Running"
            && call.Windows.Now >= defender.AnswersFrom
            ? defender
            : throw new CommandException("Operation failed with the following error: 0x800106ba.");
    }

    private static void Add(List<string> present, IEnumerable<string> added) =>
        present.AddRange(added.Except(present, StringComparer.OrdinalIgnoreCase));

    // Nothing rather than an empty list.
    private static string[]? Shown(List<string> values) => values.Count == 0 ? null : values.ToArray();
}
