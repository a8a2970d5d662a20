using System.Text.RegularExpressions;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests;

/// <summary>Rules of the code itself, each with the reason in its failure text.</summary>
public sealed class ConventionTests
{
    [TestCase("Findings")]
    [TestCase("Values")]
    [TestCase("Settings")]
    [TestCase("Planning")]
    [TestCase("Checks")]
    public void Folder_uses_no_pulumi_type(string folder)
    {
        var files = Sources(folder);

        Assert.That(files, Is.Not.Empty);
        Assert.That(
            files.Where(file => Regex.IsMatch(File.ReadAllText(file), @"\bPulumi\.[A-Z]|using Pulumi")),
            Is.Empty,
            $"{folder} is planned and tested without Pulumi; what needs Pulumi belongs into Components.");
    }

    [Test]
    public void Component_is_sealed_and_keeps_its_type_token()
    {
        var components = typeof(ExchangeStack).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Pulumi.ComponentResource))
                && type != typeof(ExchangeStack))
            .ToArray();

        Assert.That(components, Is.Not.Empty);
        foreach (var component in components)
        {
            var source = string.Concat(Sources("Components")
                .Where(file => Path.GetFileName(file) == $"{component.Name}.cs").Select(File.ReadAllText));
            using (Assert.EnterMultipleScope())
            {
                Assert.That(component.IsSealed, Is.True, $"{component.Name} is not meant to be inherited.");
                Assert.That(source, Does.Contain($"\"exchange:index:{component.Name}\""),
                    "A changed type token would replace everything in the component.");
                Assert.That(source, Does.Contain("RegisterOutputs();"),
                    $"{component.Name} would stay \"creating\" for ever.");
            }
        }
    }

    // Settings show examples; PublicRecords looks at a host that somebody typed.
    [Test]
    public void Names_of_services_stand_in_one_table() => Assert.That(
        Sources("").Where(file => Path.GetFileName(file) is not ("AwsPartition.cs" or "PublicRecords.cs")
                && !file.Contains($"{Path.DirectorySeparatorChar}Settings{Path.DirectorySeparatorChar}",
                    StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("amazonaws.com", StringComparison.Ordinal)),
        Is.Empty,
        "In China some services and all endpoints are called differently: ask AwsPartition for the name.");

    [Test]
    public void Component_creates_nothing_inside_apply() => Assert.That(
        Sources("Components").Where(file =>
            Regex.IsMatch(File.ReadAllText(file), @"\.Apply\([^;]*\bnew [A-Z]\w+\.\w+\(")),
        Is.Empty,
        "A resource inside Apply is missing from every preview.");

    [Test]
    public void Line_fits_into_110_columns()
    {
        var files = new[] { "ExchangeOnAws", "ExchangeOnAws.Tests" }.SelectMany(HandWritten).ToArray();

        Assert.That(files, Is.Not.Empty);
        var lines = files.SelectMany(LongLines).ToArray();
        Assert.That(lines, Is.Empty,
            $"A longer line cannot be read beside another one; break:\n{string.Join('\n', lines)}");
    }

    private static IEnumerable<string> HandWritten(string project) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(Repository.Root, file).Split(Path.DirectorySeparatorChar)
            .Any(folder => folder is "bin" or "obj" or "Generated"));

    // A raw string literal and an ARN or URL that fills most of the line cannot be broken.
    private static IEnumerable<string> LongLines(string file)
    {
        var isRaw = false;
        foreach (var (index, line) in File.ReadLines(file).Index())
        {
            var quotes = Regex.Count(line, "\"{3,}");
            var isUnbreakable = isRaw || quotes > 0 || Regex.IsMatch(line, @"\b(arn:|https?://)\S{80}");
            if (line.Length > 110 && !isUnbreakable)
            {
                yield return $"{Path.GetRelativePath(Repository.Root, file)}:{index + 1}";
            }

            isRaw ^= int.IsOddInteger(quotes);
        }
    }

    private static string[] Sources(string folder) => [.. Directory.EnumerateFiles(
        Path.Combine(Repository.Root, "ExchangeOnAws", folder), "*.cs", SearchOption.AllDirectories)];
}
