using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ExchangeOnAws.Components;

/// <summary>
/// Makes the one text that runs on a server from a step script and the runtime functions it uses.
/// </summary>
public sealed partial class ScriptBundle(ScriptLibrary runtime)
{
    private readonly ConcurrentDictionary<string, (string Code, string[] Calls)> _functions = [];

    /// <summary>The bundle of this program; what its scripts share is read once.</summary>
    public static ScriptBundle Shipped { get; } = new(ScriptLibrary.Shipped);

    private static readonly ImmutableArray<string> s_always = ["Invoke-Step", "Complete-Step"];

    private const string ShellFunction = "Import-ExchangeShell";

    /// <summary>The block that loads Exchange's cmdlets for the step and the runtime alike.</summary>
    /// <remarks>
    /// A snap-in's cmdlets go to the session that adds it. A module would have them for itself, and its
    /// functions see those of the session too: so the block stands outside of the module. Edge servers may
    /// know the snap-in by its older name only (michelderooij/Install-Exchange15, May 2026).
    /// </remarks>
    private const string ShellBlock = """
        $global:LoadExchangeShell = {
        try { Add-PSSnapin -Name 'Microsoft.Exchange.Management.PowerShell.SnapIn' }
        catch {
        $first = $_
        try { Add-PSSnapin -Name 'Microsoft.Exchange.Management.PowerShell.E2010' } catch { throw $first }
        }
        }

        """;

    /// <summary>The bundle of shipped steps.</summary>
    public static string Of(params IReadOnlyList<string> paths) =>
        Shipped.Flatten([.. paths.Select(StepScript.Shipped)]);

    /// <summary>The shipped text: runtime, step, and the only <c>exit</c>.</summary>
    /// <remarks>
    /// The runtime is a module, so its variables and the step's cannot meet, and a script block that a step
    /// hands over still sees the step's own. Preferences are global because commands written in PowerShell
    /// (scheduled tasks, DNS, firewall) see only those, and would go on after an error. The last output is
    /// the exit code, so that output a command was not expected to have cannot make a success of a failure.
    /// Several steps share one runtime, and the first that does not answer 0 is the last to run. A restart
    /// runs the text from its beginning, where the steps before find their state there.
    /// </remarks>
    public string Flatten(params IReadOnlyList<StepScript> steps)
    {
        var functions = steps.SelectMany(FunctionsOf).Distinct().Order(StringComparer.Ordinal).ToArray();
        var shell = functions.Contains(ShellFunction) ? ShellBlock : "";
        return $$"""
            $global:ErrorActionPreference = 'Stop'
            $global:ProgressPreference = 'SilentlyContinue'
            {{shell}}$null = New-Module -Name 'ExchangeOnAws' -ScriptBlock {
            Set-StrictMode -Version 3.0
            $script:run = @{ Name = ''; Restart = $null; Secrets = @(); Modules = @() }
            {{string.Concat(functions.Select(name => Function(name).Code)).TrimEnd()}}
            }
            {{string.Join("\n", steps.Select(step => Block(step, isLast: step == steps[^1])))}}

            """;
    }

    /// <summary>The runtime functions that a step calls, directly or through one another, by name.</summary>
    public IEnumerable<string> FunctionsOf(StepScript step)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(s_always.Concat(CallsIn(step.Functions)));
        while (open.TryDequeue(out var function))
        {
            if (found.Add(function))
            {
                foreach (var called in Function(function).Calls)
                {
                    open.Enqueue(called);
                }
            }
        }

        return found;
    }

    private static string Block(StepScript step, bool isLast) => $$"""
        $step = {
        {{step.ParameterBlock}}
        Set-StrictMode -Version 3.0
        {{step.Functions}}
        Complete-Step -Test ${function:Test-Done} -Set ${function:Set-Done}
        }
        {{(isLast ? "exit (" : "$code = (")}}[int] @(Invoke-Step -Name '{{step.Name}}' -Step $step)[-1])
        {{(isLast ? "" : "if ($code -ne 0) { exit $code }")}}
        """.TrimEnd();

    private (string Code, string[] Calls) Function(string name) => _functions.GetOrAdd(name, function =>
    {
        var code = StepScript.WithoutComments(runtime.RuntimeText(function));
        return (code, [.. CallsIn(code)]);
    });

    private IEnumerable<string> CallsIn(string code)
    {
        var words = Words().Matches(code).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        return runtime.RuntimeFunctions.Where(words.Contains);
    }

    [GeneratedRegex(@"(?<![\w-])[A-Z][A-Za-z]+-[A-Za-z]+(?![\w-])")]
    private static partial Regex Words();
}
