namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>How a program was started; <paramref name="User"/> is SYSTEM unless a task ran it.</summary>
public sealed record ProgramStart(SimulatedWindows Windows, string Path, string Arguments, string User);

/// <summary>What came of it.</summary>
public sealed record ProgramEnd(int ExitCode = 0, string Output = "");

/// <summary>A program of the simulated machine.</summary>
public sealed record SimulatedProgram(Effect Effect, TimeSpan Duration, Func<ProgramStart, ProgramEnd> Run)
{
    /// <summary>Whether these arguments only ask; null when none do.</summary>
    public Func<string, bool>? IsQuestion { get; init; }

    public Effect EffectOf(string arguments) => IsQuestion?.Invoke(arguments) == true ? Effect.Reads : Effect;
}

/// <summary>Programs by file name, whatever folder they are in.</summary>
public sealed class SimulatedPrograms
{
    /// <summary>The commands of Windows that scripts may call through Invoke-Native.</summary>
    public static readonly string[] Natives =
    [
        "auditpol.exe", "certutil.exe", "curl.exe", "dcdiag.exe", "dnscmd.exe", "dsacls.exe", "gpupdate.exe",
        "icacls.exe",
        "ipconfig.exe", "klist.exe", "netdom.exe", "netsh.exe", "nltest.exe", "powercfg.exe", "repadmin.exe",
        "sc.exe", "setspn.exe", "w32tm.exe",
    ];

    private readonly Dictionary<string, SimulatedProgram> _programs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["icacls.exe"] = new(
            Effect.Changes, TimeSpan.Zero, start => new(Output: $"processed file: {start.Arguments}")),
    };

    public void Add(
        string name, Effect effect, Func<ProgramStart, ProgramEnd> run, TimeSpan? duration = null,
        Func<string, bool>? isQuestion = null) =>
        _programs[name] = new(effect, duration ?? TimeSpan.FromSeconds(5), run) { IsQuestion = isQuestion };

    public SimulatedProgram? Find(string path) =>
        _programs.GetValueOrDefault(SimulatedFiles.Leaf(path.Trim('"')));
}

/// <summary>A started process, as Start-Process -PassThru returns it.</summary>
public sealed class SimulatedProcess(SimulatedWindows windows, SimulatedProgram program, ProgramStart start)
{
    private bool isCounted;

    /// <summary>Null until asked for <see cref="Handle"/>, as in Windows PowerShell 5.1.</summary>
    public int? ExitCode { get; private set; }

    public nint Handle
    {
        get
        {
            isCounted = true;
            return 1;
        }
    }

    public bool HasExited { get; private set; }

    public bool WaitForExit(int milliseconds)
    {
        var limit = TimeSpan.FromMilliseconds(milliseconds);
        if (program.Duration > limit)
        {
            windows.Advance(limit);
            return false;
        }

        windows.Advance(program.Duration);
        var end = program.Run(start);
        HasExited = true;
        ExitCode = isCounted ? end.ExitCode : null;
        return true;
    }

    public void Kill() => HasExited = true;
}
