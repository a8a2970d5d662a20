using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts.Samples;

/// <summary>Small steps that prove the runtime and the bench.</summary>
public static class SampleScripts
{
    public const string AccountSecretArn =
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:setup-AbCdEf";
    public const string Password = "p\"a's$w0rd-\u00fc";

    public static ScriptLibrary Library { get; } = ScriptLibrary.Read(typeof(SampleScripts).Assembly);

    /// <summary>A run of a step that a test writes in place.</summary>
    public static ScriptRun Step(
        SimulatedWindows windows, string set, string test = "return $false", string parameters = "",
        IReadOnlyDictionary<string, string>? values = null)
    {
        var text = $$"""
            <#
            .SYNOPSIS
            A test.
            #>
            param(
            {{parameters}}
            )
            function Test-Done { {{test}} }
            function Set-Done { {{set}} }
            """;
        var step = StepScript.Parse("Samples/Test-Step", text);
        return new(
            windows, new ScriptBundle(ScriptLibrary.Shipped).Flatten(step),
            values ?? new Dictionary<string, string>());
    }
}
