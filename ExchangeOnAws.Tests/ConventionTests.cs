using System.Text.RegularExpressions;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests;

/// <summary>Rules of the code itself, each with the reason in its failure text.</summary>
public sealed class ConventionTests
{
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
            .Where(type => type.IsSubclassOf(typeof(Pulumi.ComponentResource)) && type != typeof(ExchangeStack))
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

    [Test]
    public void Component_creates_nothing_inside_apply() => Assert.That(
        Sources("Components").Where(file => Regex.IsMatch(File.ReadAllText(file), @"\.Apply\([^;]*\bnew [A-Z]\w+\.\w+\(")),
        Is.Empty,
        "A resource inside Apply is missing from every preview.");

    private static string[] Sources(string folder) => [.. Directory.EnumerateFiles(
        Path.Combine(Repository.Root, "ExchangeOnAws", folder), "*.cs", SearchOption.AllDirectories)];
}
