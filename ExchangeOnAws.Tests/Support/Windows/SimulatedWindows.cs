namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A Windows server as far as the scripts can tell.</summary>
/// <remarks>
/// Areas that only some scripts need live in classes of their own: <c>windows.Area&lt;Disks&gt;()</c>.
/// </remarks>
public sealed class SimulatedWindows
{
    private readonly Dictionary<Type, object> _areas = [];
    private readonly List<Action> _atRestart = [];
    private readonly List<(DateTime Due, Action Act)> _timers = [];

    /// <summary>The virtual clock in UTC: nobody waits for it.</summary>
    public DateTime Now { get; private set; } = new(2026, 11, 1, 12, 0, 0, DateTimeKind.Utc);

    public int Restarts { get; private set; }

    public DateTime BootedAt { get; private set; } = new(2026, 11, 1, 11, 0, 0, DateTimeKind.Utc);

    /// <summary>Power is gone: no command has an effect any more.</summary>
    public bool IsDown { get; private set; }

    /// <summary>The environment of the script's process; SSM Agent sets it for each run.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.OrdinalIgnoreCase);

    public SimulatedFiles Files => Area<SimulatedFiles>();

    public SimulatedRegistry Registry => Area<SimulatedRegistry>();

    public SimulatedFeatures Features => Area<SimulatedFeatures>();

    public SimulatedServices Services => Area<SimulatedServices>();

    public SimulatedTasks Tasks => Area<SimulatedTasks>();

    public SimulatedPrograms Programs => Area<SimulatedPrograms>();

    public SimulatedEvents Events => Area<SimulatedEvents>();

    public SimulatedSecrets Secrets => Area<SimulatedSecrets>();

    public SimulatedWeb Web => Area<SimulatedWeb>();

    /// <summary>The state of one area, made when it is first asked for.</summary>
    public T Area<T>()
        where T : class, new()
    {
        if (!_areas.TryGetValue(typeof(T), out var area))
        {
            _areas[typeof(T)] = area = new T();
        }

        return (T)area;
    }

    /// <summary>What takes effect at the next restart, once.</summary>
    public void AtRestart(Action act) => _atRestart.Add(act);

    /// <summary>What happens by itself after a time, unless the machine restarts before.</summary>
    public void After(TimeSpan time, Action act) => _timers.Add((Now + time, act));

    public void Advance(TimeSpan time)
    {
        var end = Now + time;
        while (_timers.Where(timer => timer.Due <= end).OrderBy(timer => timer.Due).FirstOrDefault()
            is { Act: { } act } next)
        {
            _timers.Remove(next);
            Now = next.Due > Now ? next.Due : Now;
            act();
        }

        Now = end;
    }

    public void LosePower() => IsDown = true;

    /// <summary>Forgets what lives in memory and completes what was pending.</summary>
    public void Restart()
    {
        Action[] pending = [.. _atRestart];
        _atRestart.Clear();
        _timers.Clear();
        Tasks.EndAll();
        Environment.Clear();
        Now += TimeSpan.FromMinutes(2);
        Restarts++;
        BootedAt = Now;
        IsDown = false;
        foreach (var act in pending)
        {
            act();
        }

        Services.StartAutomatic();
    }
}
