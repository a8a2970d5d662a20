using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Microsoft.PowerShell.Commands;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The real PowerShell engine with nothing in it but its core and the simulated cmdlets.</summary>
/// <remarks>
/// Opening one takes longer than running a script, so engines are pooled and cleaned between runs.
/// </remarks>
public sealed class PowerShellEngine
{
    private static readonly ConcurrentBag<PowerShellEngine> s_idle = [];
    private static readonly Lazy<InitialSessionState> s_state = new(CreateState);

    /// <summary>Cmdlets of the engine itself; they touch nothing but the session.</summary>
    private static readonly (string Name, Type Type)[] s_core =
    [
        ("ForEach-Object", typeof(ForEachObjectCommand)), ("Where-Object", typeof(WhereObjectCommand)),
        ("Out-Null", typeof(OutNullCommand)), ("Set-StrictMode", typeof(SetStrictModeCommand)),
        ("New-Module", typeof(NewModuleCommand)), ("Invoke-Command", typeof(InvokeCommandCommand)),
    ];

    private readonly Runspace _runspace;
    private readonly EngineHost _host = new();
    private readonly ImmutableHashSet<string> _ownFunctions;

    private PowerShellEngine()
    {
        _runspace = RunspaceFactory.CreateRunspace(_host, s_state.Value);
        _runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        _runspace.Open();
        _ownFunctions = [.. FunctionNames()];
    }

    public static IEnumerable<string> CoreCmdlets => s_core.Select(cmdlet => cmdlet.Name);

    /// <summary>
    /// Runs a script as powershell.exe runs a file; what it leaves in the session is removed.
    /// </summary>
    public static EngineResult Run(string script, Bench bench)
    {
        var engine = s_idle.TryTake(out var idle) ? idle : new PowerShellEngine();
        try
        {
            var result = engine.RunHere(script, bench);
            return bench.Bug is null ? result : throw bench.Bug;
        }
        finally
        {
            engine.Clean();
            s_idle.Add(engine);
        }
    }

    private EngineResult RunHere(string script, Bench bench)
    {
        _host.ExitCode = null;
        _runspace.SessionStateProxy.SetVariable("Bench", bench);
        using var shell = PowerShell.Create(_runspace);
        // A script block is parsed and compiled once for all its runs; AddScript would do it for each.
        shell.AddScript("param($script) & $script").AddArgument(ScriptBlock.Create(script));
        var output = new List<string>();
        try
        {
            output.AddRange(shell.Invoke().Select(item => $"{item}"));
        }
        catch (PipelineStoppedException) when (bench.Windows.IsDown)
        {
            return new(null, output);
        }
        catch (RuntimeException failure)
        {
            output.Add($"Uncaught: {failure.Message}");
            return new(1, output);
        }

        output.AddRange(shell.Streams.Error.Select(error => $"Error: {error}"));
        return new(bench.Windows.IsDown ? null : _host.ExitCode ?? 0, output);
    }

    private void Clean()
    {
        foreach (var name in FunctionNames().Where(name => !_ownFunctions.Contains(name)))
        {
            _runspace.SessionStateProxy.InvokeProvider.Item.Remove($"function:{name}", recurse: false);
        }

        _runspace.ResetRunspaceState();
    }

    private Collection<string> FunctionNames() => [.. _runspace.SessionStateProxy.InvokeProvider.ChildItem
        .GetNames("function:", ReturnContainers.ReturnMatchingContainers, recurse: false)];

    private static InitialSessionState CreateState()
    {
        var state = InitialSessionState.Create();
        state.LanguageMode = PSLanguageMode.FullLanguage;
        state.Providers.Add(new SessionStateProviderEntry("Function", typeof(FunctionProvider), null));
        state.Providers.Add(new SessionStateProviderEntry("Variable", typeof(VariableProvider), null));
        foreach (var (name, type) in s_core)
        {
            state.Commands.Add(new SessionStateCmdletEntry(name, type, null));
        }

        foreach (var handler in HandlerTable.All.Values)
        {
            var cmdlet = CmdletCatalogue.All.GetValueOrDefault(handler.Name)
                ?? throw new InvalidOperationException($"{handler.Name} has a handler but is not in "
                    + $"{CmdletCatalogue.WindowsFile}. Run CatalogueSubset.Refresh, or see CONVENTIONS.");
            state.Commands.Add(new SessionStateFunctionEntry(handler.Name, cmdlet.FunctionBody()));
        }

        foreach (var native in SimulatedPrograms.Natives)
        {
            state.Commands.Add(new SessionStateFunctionEntry(native, $$"""
                $Bench.Native('{{native}}', $args)
                if ($null -ne $Bench.NativeFault) { throw $Bench.NativeFault }
                $global:LASTEXITCODE = $Bench.NativeExitCode
                """));
        }

        return state;
    }
}

/// <summary>
/// How a script ended: its exit code, or none when the power went, and what it wrote to its streams.
/// </summary>
public sealed record EngineResult(int? ExitCode, IReadOnlyList<string> Output);
