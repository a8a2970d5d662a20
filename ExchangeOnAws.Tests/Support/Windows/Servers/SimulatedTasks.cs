using System.Text.RegularExpressions;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A scheduled task; the password is where Windows keeps it, and gone with the task.</summary>
public sealed record SimulatedTask(
    string Name, string Execute, string Arguments, string User, string RunLevel, TimeSpan Limit)
{
    // 0x41303: the task has not run yet.
    public long LastResult { get; set; } = 267011;

    public string State { get; set; } = "Ready";
}

public sealed partial class SimulatedTasks
{
    // 0x41301: the task runs now. 0x41306: it was ended. 0x80070002: the file was not found.
    private const long Running = 267009;

    // 0x41325, SCHED_S_TASK_QUEUED: asked to run, and not running yet (Win32 API, "Task Scheduler Error and
    // Success Constants").
    private const long Queued = 267045;

    private static readonly TimeSpan s_queue = TimeSpan.FromSeconds(2);
    private const long Ended = 267014;
    private const long FileNotFound = 2147942402;

    public Dictionary<string, SimulatedTask> All { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every definition ever registered, for the search for secrets.</summary>
    public List<SimulatedTask> Registered { get; } = [];

    public SimulatedTask Get(string name) => All.GetValueOrDefault(name)
        ?? throw new CommandException(
            $"No MSFT_ScheduledTask objects found with property 'TaskName' equal to '{name}'.");

    /// <summary>Runs <c>cmd.exe /d /c ""program" arguments > "file" 2>&amp;1"</c> in virtual time.</summary>
    public static void Start(SimulatedWindows windows, SimulatedTask task)
    {
        var command = Command().Match(task.Arguments);
        var path = command.Groups["path"].Value;
        if (windows.Programs.Find(path) is not { } program)
        {
            task.LastResult = FileNotFound;
            return;
        }

        (task.State, task.LastResult) = ("Queued", Queued);
        windows.After(s_queue, () =>
        {
            if (task.State == "Queued")
            {
                (task.State, task.LastResult) = ("Running", Running);
            }
        });
        windows.After(s_queue + program.Duration, () =>
        {
            if (task.State == "Running")
            {
                var end = program.Run(new(windows, path, command.Groups["arguments"].Value, task.User));
                windows.Files.Write(command.Groups["output"].Value, end.Output);
                (task.State, task.LastResult) = ("Ready", end.ExitCode);
            }
        });
    }

    public static void Stop(SimulatedTask task) =>
        (task.State, task.LastResult) = task.State is "Running" or "Queued"
            ? ("Ready", Ended)
            : (task.State, task.LastResult);

    public void EndAll()
    {
        foreach (var task in All.Values)
        {
            Stop(task);
        }
    }

    [GeneratedRegex("""^/d /c ""(?<path>[^"]+)" (?<arguments>.*) > "(?<output>[^"]+)" 2>&1"$""")]
    private static partial Regex Command();
}
