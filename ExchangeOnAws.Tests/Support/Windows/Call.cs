using System.Collections;
using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>
/// One call of a simulated cmdlet: the machine, the parameters as bound, the piped objects.
/// </summary>
public sealed class Call(Bench bench, string name, IDictionary bound, IReadOnlyList<object?> piped)
{
    private const string LogFolder = @"C:\ProgramData\ExchangeOnAws\Logs";

    public Bench Bench => bench;

    public SimulatedWindows Windows => bench.Windows;

    public string Name => name;

    /// <summary>The module whose code calls; null is the session itself.</summary>
    public string? Module { get; init; }

    /// <summary>The piped objects, or the one value of -InputObject.</summary>
    public IReadOnlyList<object?> Piped => piped;

    /// <summary>-LiteralPath or the first of -Path.</summary>
    public string Path => TextOrNull("LiteralPath") ?? (Texts("Path") is [var first, ..] ? first : "");

    /// <summary>
    /// The log may be lost without loss: its writes are no change, and no point to stop or fail at.
    /// </summary>
    public bool IsLog =>
        name is "Write-EventLog" or "New-EventLog" || SimulatedFiles.IsInside(Path, LogFolder);

    public bool Has(string parameter) => bound.Contains(parameter);

    public object? Value(string parameter) => Unwrap(bound[parameter]);

    public string? TextOrNull(string parameter) => Value(parameter) switch
    {
        null => null,
        IEnumerable many and not string =>
            many.Cast<object?>().Select(item => $"{Unwrap(item)}").FirstOrDefault(),
        var value => LanguagePrimitives.ConvertTo<string>(value),
    };

    public string Text(string parameter, string otherwise = "") => TextOrNull(parameter) ?? otherwise;

    public IReadOnlyList<string> Texts(string parameter) =>
        Value(parameter) is { } value ? LanguagePrimitives.ConvertTo<string[]>(value) : [];

    public int Number(string parameter, int otherwise = 0) =>
        TextOrNull(parameter) is { } value ? LanguagePrimitives.ConvertTo<int>(value) : otherwise;

    public bool Flag(string parameter) => Value(parameter) is { } value && LanguagePrimitives.IsTrue(value);

    /// <summary>
    /// The arguments as a transcript would show them, without those that Windows itself keeps secret.
    /// </summary>
    public string Arguments() => string.Join(" ", bound.Keys.Cast<string>()
        .Where(key => (name, key) is not (
            ("Register-ScheduledTask", "Password") or ("Set-ExchangeServer", "ProductKey")
                or ("Write-SECSecretValue", "SecretString")))
        .Select(key => $"-{key} {Describe(Value(key))}"));

    public static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    private static string Describe(object? value) => value switch
    {
        IDictionary map =>
            string.Join(";", map.Keys.Cast<object>().Select(key => $"{key}={Describe(Unwrap(map[key]))}")),
        string text => text,
        IEnumerable many => string.Join(",", many.Cast<object?>().Select(item => Describe(Unwrap(item)))),
        _ => $"{value}",
    };
}
