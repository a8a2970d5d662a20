using System.Collections.Concurrent;
using ExchangeOnAws.Components;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Runs a step on a simulated machine exactly as it is shipped, the way SSM Agent does.</summary>
public sealed class ScriptRun(
    SimulatedWindows windows, string script, IReadOnlyDictionary<string, string> parameters)
{
    // CommandRetryLimit of amazon-ssm-agent.
    private const int AgentLimit = 15;

    /// <summary>The run of a step of a library together with the shipped runtime.</summary>
    public static ScriptRun Of(
        ScriptLibrary library, string path, SimulatedWindows windows,
        IReadOnlyDictionary<string, string> parameters) =>
        new(windows, Flatten(library, path), WithDefaults(library, path, parameters));

    // Hundreds of runs are of one script, whose text never changes while tests run.
    private static readonly ConcurrentDictionary<(ScriptLibrary Library, string Path), string>
        s_flattened = [];

    public static string Flatten(ScriptLibrary library, string path) => s_flattened.GetOrAdd(
        (library, path),
        step => ScriptBundle.Shipped.Flatten(StepScript.Parse(step.Path, step.Library.Text(step.Path))));

    // SSM Agent appends name=value for every parameter of a document to the environment (amazon-ssm-agent,
    // executers.go): one that nobody gives has its default, "", so its variable exists and is empty.
    private static Dictionary<string, string> WithDefaults(
        ScriptLibrary library, string path, IReadOnlyDictionary<string, string> parameters) =>
        StepScript.Parse(path, library.Text(path)).Parameters.Where(parameter => !parameter.IsMandatory)
            .Select(parameter => KeyValuePair.Create(parameter.Name, ""))
            .Where(each => !parameters.ContainsKey(each.Key))
            .Concat(parameters)
            .ToDictionary();

    /// <summary>One run of the script; the machine stays as it leaves it.</summary>
    public RunResult Once(Breakage? breakage = null)
    {
        windows.Environment.Clear();
        foreach (var (name, value) in parameters)
        {
            windows.Environment[$"SSM_{name}"] = value;
        }

        var bench = new Bench(windows, breakage ?? Breakage.None);
        var result = PowerShellEngine.Run(script, bench);
        return new(result.ExitCode, [.. bench.HostLines, .. result.Output], bench.Commands, bench.Counts);
    }

    /// <summary>Runs until the exit code is not 3010, restarting the machine in between.</summary>
    public RunResult ToEnd(Breakage? breakage = null)
    {
        var result = Once(breakage);
        for (var count = 1; result.ExitCode is 3010 or null && count < AgentLimit; count++)
        {
            windows.Restart();
            var next = Once();
            result = next with
            {
                Output = [.. result.Output, .. next.Output],
                Commands = [.. result.Commands, .. next.Commands],
            };
        }

        return result;
    }
}

/// <summary>What a run did; no exit code means that the power went.</summary>
public sealed record RunResult(
    int? ExitCode, IReadOnlyList<string> Output, IReadOnlyList<RanCommand> Commands,
    (int Points, int Changes) Counts)
{
    public string Text => string.Join("\n", Output);

    /// <summary>The changes that count: the log is not one.</summary>
    public IEnumerable<RanCommand> Changes =>
        Commands.Where(command => command is { Effect: Effect.Changes, IsLog: false });

    /// <summary>The line that says why the step failed, without time and step.</summary>
    public string Failure =>
        Output.LastOrDefault(line => line.Contains(" failed: ", StringComparison.Ordinal)) ?? "";
}
