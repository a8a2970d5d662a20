using System.Collections;
using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>
/// Where to break a run: at the n-th command that can fail, or after the n-th change (counted from 1).
/// </summary>
public sealed record Breakage(int? FailAt = null, int? StopAfter = null)
{
    public static readonly Breakage None = new();
}

/// <summary>A command that was run.</summary>
public sealed record RanCommand(string Name, Effect Effect, string Arguments, bool IsLog)
{
    public override string ToString() => $"{Name} {Arguments}";
}

/// <summary>
/// Between the engine and the machine for one run: calls handlers, records them, breaks where told.
/// </summary>
public sealed class Bench(SimulatedWindows windows, Breakage breakage)
{
    private readonly List<RanCommand> _commands = [];
    private readonly List<string> _hostLines = [];
    private int points;
    private int changes;

    public SimulatedWindows Windows => windows;

    public IReadOnlyList<RanCommand> Commands => _commands;

    /// <summary>What Write-Host wrote: the script's stdout.</summary>
    public IReadOnlyList<string> HostLines => _hostLines;

    /// <summary>An error of the bench itself, which no script may hide.</summary>
    public Exception? Bug { get; private set; }

    public string? NativeFault { get; private set; }

    public int NativeExitCode { get; private set; }

    /// <summary>Commands that can fail, and changes after which the power can go, in this run.</summary>
    public (int Points, int Changes) Counts => (points, changes);

    /// <summary>Called by the function that stands in for a cmdlet.</summary>
    public void Invoke(PSCmdlet caller, string name, IDictionary bound, IList? piped)
    {
        var inputs = piped?.Cast<object?>().Select(Call.Unwrap).ToArray() ?? [];

        // The session state of the caller: the stand-in itself is a function of the top-level session.
        var call = new Call(this, name, bound, inputs) { Module = caller.SessionState.Module?.Name };
        try
        {
            var cmdlet = CmdletCatalogue.All[name];
            Refuse(cmdlet.Refusal(bound.Keys.Cast<string>(), inputs.Length > 0));
            windows.Area<SimulatedAwsModules>().Demand(this, cmdlet);
            var handler = HandlerTable.All[name];
            Run(name, handler.Effect, call.IsLog, call.Arguments, () => Write(caller, call, handler));
        }
        catch (CommandException fault)
        {
            var record = new ErrorRecord(fault, name, ErrorCategory.NotSpecified, null);
            if (fault.IsTerminating)
            {
                caller.ThrowTerminatingError(record);
            }

            caller.WriteError(record);
        }
    }

    /// <summary>Called by the function that stands in for a command of Windows.</summary>
    public object Native(string name, object[] arguments)
    {
        NativeFault = null;
        var lines = Array.Empty<string>();
        var text = string.Join(" ", arguments.Select(argument => $"{Call.Unwrap(argument)}"));
        try
        {
            var program = windows.Programs.Find(name)
                ?? throw new CommandException(
                    $"The simulated machine has no {name}. Add it: windows.Programs.Add.");
            Run(name, program.EffectOf(text), isLog: false, () => text, () =>
            {
                windows.Advance(program.Duration);
                var end = program.Run(new(windows, name, text, "SYSTEM"));
                NativeExitCode = end.ExitCode;
                lines = end.Output.Length == 0 ? [] : end.Output.Split('\n');
            });
        }
        catch (CommandException fault)
        {
            // The engine's own words for a program that does not start.
            NativeFault = $"Program '{name}' failed to run: {fault.Message}";
        }

        return lines;
    }

    public void WriteHost(string line) => _hostLines.Add(line);

    private void Run(string name, Effect effect, bool isLog, Func<string> arguments, Action act)
    {
        if (windows.IsDown)
        {
            throw new PipelineStoppedException();
        }

        if (effect != Effect.Pure)
        {
            _commands.Add(new(name, effect, arguments(), isLog));
            if (!isLog && ++points == breakage.FailAt)
            {
                throw CommandException.Terminating("The simulated machine does not answer.");
            }
        }

        act();
        if (effect == Effect.Changes && !isLog && ++changes == breakage.StopAfter)
        {
            windows.LosePower();
            throw new PipelineStoppedException();
        }
    }

    private void Write(PSCmdlet cmdlet, Call call, Handler handler)
    {
        foreach (var item in Answer(call, handler))
        {
            cmdlet.WriteObject(item);
        }
    }

    private object?[] Answer(Call call, Handler handler)
    {
        try
        {
            return handler.Answer(call) switch
            {
                null => [],
                IEnumerable<object?> many => [.. many],
                var one => [one],
            };
        }
        catch (Exception bug) when (bug is not CommandException)
        {
            Bug ??= new InvalidOperationException(
                $"The handler of {call.Name} {call.Arguments()} is wrong: {bug.Message}", bug);
            throw;
        }
    }

    private static void Refuse(string? reason)
    {
        if (reason is not null)
        {
            throw CommandException.Terminating(reason);
        }
    }
}
