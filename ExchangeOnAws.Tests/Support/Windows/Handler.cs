using System.Collections.Frozen;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>What a command does to the machine.</summary>
public enum Effect
{
    /// <summary>Looks at nothing and changes nothing: it cannot fail on its own.</summary>
    Pure,

    /// <summary>Looks at the machine; it can fail.</summary>
    Reads,

    /// <summary>Changes the machine; it can fail, and the machine can stop right after it.</summary>
    Changes,
}

/// <summary>How the simulated machine answers one cmdlet.</summary>
public sealed record Handler(string Name, Effect Effect, Func<Call, object?> Answer)
{
    /// <summary>The calls it is for: those of one drive, of one service. Null is for all others.</summary>
    public Func<Call, bool>? When { get; init; }
}

/// <summary>The handlers of one area. Deriving from it is all it takes to register them.</summary>
public abstract class HandlerGroup
{
    public abstract IEnumerable<Handler> Handlers { get; }

    protected static Handler Pure(string name, Func<Call, object?> answer) => new(name, Effect.Pure, answer);

    protected static Handler Reads(string name, Func<Call, object?> answer) =>
        new(name, Effect.Reads, answer);

    protected static Handler Changes(string name, Func<Call, object?> answer) =>
        new(name, Effect.Changes, answer);

    protected static Handler Changes(string name, Action<Call> act) => new(name, Effect.Changes, call =>
    {
        act(call);
        return null;
    });

    /// <summary>The handler of a cmdlet for the paths of one drive: <c>RDS:</c>.</summary>
    protected static Handler On(string drive, Handler handler) => handler with
    {
        When = call => call.Path.StartsWith(drive, StringComparison.OrdinalIgnoreCase),
    };
}

/// <summary>All handlers by cmdlet name.</summary>
public static class HandlerTable
{
    public static FrozenDictionary<string, Handler> All { get; } = typeof(HandlerGroup).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(HandlerGroup)))
        .SelectMany(type => ((HandlerGroup)Activator.CreateInstance(type)!).Handlers)
        .GroupBy(handler => handler.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(same => same.Key, same => Merge([.. same]), StringComparer.OrdinalIgnoreCase);

    private static Handler Merge(Handler[] same)
    {
        var special = same.Where(handler => handler.When is not null).ToArray();
        var usual = same.LastOrDefault(handler => handler.When is null);
        return special.Length == 0 ? usual! : special[0] with
        {
            Answer = call => ((special.FirstOrDefault(handler => handler.When!(call)) ?? usual)?.Answer
                ?? throw CommandException.Terminating(
                    $"The bench has no {call.Name} for these arguments.")).Invoke(call),
        };
    }
}
