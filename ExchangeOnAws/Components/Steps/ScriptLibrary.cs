using System.Collections.Immutable;
using System.Reflection;

namespace ExchangeOnAws.Components;

/// <summary>
/// The scripts embedded in an assembly, by their path without extension: <c>Directory/New-Forest</c>.
/// </summary>
public sealed class ScriptLibrary
{
    private const string Root = "Scripts/";
    private const string RunnerFolder = "Runner/";
    private const string FunctionsFolder = "/Functions/";
    private readonly ImmutableSortedDictionary<string, string> _texts;
    private readonly ImmutableSortedDictionary<string, string> _functions;

    private ScriptLibrary(ImmutableSortedDictionary<string, string> texts)
    {
        _texts = texts;
        _functions = texts.Keys.Where(IsFunction)
            .ToImmutableSortedDictionary(NameOf, path => path, StringComparer.Ordinal);
    }

    /// <summary>The scripts of this program.</summary>
    public static ScriptLibrary Shipped { get; } = Read(typeof(ScriptLibrary).Assembly);

    /// <summary>The step scripts by path, without the functions they call.</summary>
    public IEnumerable<string> Steps => _texts.Keys.Where(path => !IsFunction(path));

    /// <summary>
    /// The names of the functions that steps call: those of the runner, and those of every Functions folder.
    /// </summary>
    public IEnumerable<string> RuntimeFunctions => _functions.Keys;

    public static ScriptLibrary Read(Assembly assembly) => new(assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(
            name => name[Root.Length..], name => ReadText(assembly, name), StringComparer.Ordinal));

    /// <summary>The text of a script with LF line ends, whatever the checkout gave it.</summary>
    /// <exception cref="ArgumentException">There is no such script.</exception>
    public string Text(string path) => _texts.TryGetValue(path, out var text)
        ? text
        : throw new ArgumentException(
            $"Scripts/{path}.ps1 does not exist. The scripts are {string.Join(", ", Steps)}.");

    public string RuntimeText(string function) => Text(_functions[function]);

    private static bool IsFunction(string path) =>
        path.StartsWith(RunnerFolder, StringComparison.Ordinal)
        || path.Contains(FunctionsFolder, StringComparison.Ordinal);

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string ReadText(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
