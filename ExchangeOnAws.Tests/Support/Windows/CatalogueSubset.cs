using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>
/// Cuts cmdlets.json out of the whole documented catalogue: the cmdlets of handlers and scripts, no others.
/// </summary>
[TestFixture]
public sealed partial class CatalogueSubset
{
    /// <summary>
    /// Run after adding a handler or a core cmdlet:
    /// <c>CMDLET_CATALOGUE=/path/to/whole/cmdlets.json dotnet test --filter Name=Refresh</c>.
    /// </summary>
    [Test]
    [Explicit("writes cmdlets.json")]
    public void Refresh()
    {
        var catalogue = Environment.GetEnvironmentVariable("CMDLET_CATALOGUE");
        Assert.That(catalogue, Is.Not.Null, "CMDLET_CATALOGUE names the whole catalogue.");
        var all = JsonNode.Parse(File.ReadAllText(catalogue!))!.AsObject();
        var lines = Wanted().Where(name => all[name] is not null).Select(name =>
            $"  {JsonSerializer.Serialize(name)}: {Line(all[name]!.AsObject())}");
        File.WriteAllText(SourceFile(), $"{{\n{string.Join(",\n", lines)}\n}}\n");
    }

    public static IEnumerable<string> Wanted() => HandlerTable.All.Keys
        .Concat(PowerShellEngine.CoreCmdlets)
        .Order(StringComparer.Ordinal);

    private static string Line(JsonObject cmdlet) => Blanks().Replace(
        new JsonObject { ["module"] = cmdlet["module"]!.DeepClone(), ["sets"] = cmdlet["sets"]!.DeepClone() }
            .ToJsonString(new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), " ");

    private static string SourceFile([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.Combine(Path.GetDirectoryName(path)!, CmdletCatalogue.WindowsFile);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
