using System.Text.RegularExpressions;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests;

/// <summary>Where files lie: who knows where one piece of an area is knows where all are.</summary>
public sealed partial class LayoutTests
{
    // Floors with a folder per area, and what they have beside areas.
    private static readonly Dictionary<string, string[]> s_floors = new()
    {
        ["Planning"] = ["Ports", "Servers", "Steps"],
        ["Checks"] = ["Servers"],
        ["Components"] = ["Context", "Servers", "Steps"],
        ["Scripts"] = ["Exchange", "Runner", "Windows"],
    };

    private static readonly string[] s_areas =
    [
        "Network", "Directory", "Gateway", "Mailbox", "ClientAccess", "Edge", "MailFlow", "Operations",
        "Recovery",
    ];

    private static IEnumerable<string> Floors => s_floors.Keys;

    [TestCaseSource(nameof(Floors))]
    public void Folder_of_a_floor_is_an_area(string floor)
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "ExchangeOnAws", floor))
            .Select(folder => Path.GetFileName(folder)).ToArray();

        Assert.That(folders, Is.Not.Empty);
        Assert.That(folders.Except([.. s_areas, .. s_floors[floor]]), Is.Empty,
            "An area has the same name on every floor; a new one is added to all of them.");
    }

    [TestCase("ExchangeOnAws")]
    [TestCase("ExchangeOnAws.Tests")]
    public void Namespace_is_the_floor(string project)
    {
        var files = Sources(project);

        Assert.That(files, Is.Not.Empty);
        Assert.That(
            files.Select(file => (File: file, Namespace: NamespaceOf(file)))
                .Where(source => source.Namespace is not null
                    && source.Namespace != Expected(project, source.File))
                .Select(source => $"{source.File}: {source.Namespace}"),
            Is.Empty,
            "A namespace is a floor and an area is a folder: types are named like areas (Network, Gateway), "
                + "and a namespace of that name would hide them.");
    }

    [Test]
    public void Folder_holds_forty_files_at_most()
    {
        var folders = new[] { "ExchangeOnAws", "ExchangeOnAws.Tests" }
            .SelectMany(project => Files(project, "*"))
            .Where(file => !file.Contains("/Approved/", StringComparison.Ordinal))
            .CountBy(file => Path.GetDirectoryName(file)!)
            .ToArray();

        Assert.That(folders, Is.Not.Empty);
        Assert.That(folders.Where(folder => folder.Value > 40), Is.Empty, "Nobody finds a room in a hall.");
    }

    // What is a floor of its own inside another: the simulation, samples, the difference of plans.
    private static string Expected(string project, string file)
    {
        string[] folders = [.. file.Split('/')[1..^1]];
        var depth = folders is ["Support", "Windows", ..] or ["Scripts", "Samples", ..]
            or ["Reporting", "Diff", ..] ? 2 : 1;
        return string.Join('.', [project, .. folders.Take(depth)]);
    }

    private static string? NamespaceOf(string file) =>
        Declaration().Match(File.ReadAllText(Path.Combine(Repository.Root, file))) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    private static string[] Sources(string project) => [.. Files(project, "*.cs")];

    private static IEnumerable<string> Files(string project, string pattern) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, project), pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(folder => folder is "bin" or "obj"));
}
