using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using ExchangeOnAws.Components;
using ExchangeOnAws.Evaluation;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using Pulumi;

namespace ExchangeOnAws.Tests.Documentation;

/// <summary>What pages call by name exists under that name: settings, outputs, scripts, resources.</summary>
public sealed partial class NamesInPagesTests
{
    [Test]
    public void Setting_exists()
    {
        var areas = SettingNames.All.Where(name => !name.Contains('.', StringComparison.Ordinal)).ToHashSet();
        var named = InPages(page => page.Code
            .Select(code => Setting().Match(code).Groups["name"].Value)
            .Where(name => areas.Contains(name.Split('.')[0]) && !IsFile(name)));

        AssertThere(named, SettingNames.All.Contains);
    }

    [Test]
    public void Stack_output_exists()
    {
        var outputs = typeof(ExchangeStack).GetProperties()
            .Select(property => property.GetCustomAttribute<OutputAttribute>()?.Name)
            .ToHashSet();
        var named = InPages(page => StackOutput().Matches(page.Text)
            .Select(match => match.Groups["name"].Value)
            .Where(name => name.Length > 0));

        AssertThere(named, outputs.Contains);
    }

    // Without a name of its own an output is called as its property: Verification, not verification.
    [Test]
    public void Stack_output_is_called_as_texts_call_it()
    {
        var outputs = typeof(ExchangeStack).GetProperties()
            .Select(property => (property.Name, Output: property.GetCustomAttribute<OutputAttribute>()))
            .Where(property => property.Output is not null)
            .ToArray();

        Assert.That(outputs, Is.Not.Empty);
        Assert.That(
            outputs.Select(property => property.Output!.Name),
            Is.EqualTo(outputs.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))));
    }

    [Test]
    public void Script_exists() => AssertThere(
        InPages(page => page.Code.Where(code => Script().IsMatch(code))),
        ScriptLibrary.Shipped.Steps.ToHashSet().Contains);

    [Test]
    public async Task Resource_of_a_command_exists()
    {
        var resources = await StackEvaluation.Run(Repository.PlanOf("prod"));
        var named = InPages(page => Resource().Matches(page.Text)
            .Select(match => match.Groups["name"].Value));

        AssertThere(named, name => resources.Any(resource => name.EndsWith('*')
            ? resource.Name.StartsWith(name.TrimEnd('*'), StringComparison.Ordinal)
            : resource.Name == name));
    }

    [Test]
    public void Command_of_the_build_script_exists()
    {
        var script = File.ReadAllText(Path.Combine(Repository.Root, "build.sh"));
        AssertThere(
            InPages(page => BuildCommand().Matches(page.Text).Select(match => match.Groups["name"].Value)),
            name => script.Contains($"./build.sh {name}", StringComparison.Ordinal));
    }

    private static (string Page, string Name)[] InPages(Func<MarkdownFile, IEnumerable<string>> names) =>
        [.. MarkdownFile.All.SelectMany(page => names(page).Select(name => (page.Name, name)))];

    private static void AssertThere((string Page, string Name)[] named, Func<string, bool> exists)
    {
        Assert.That(named, Is.Not.Empty);
        Assert.That(
            named.Where(each => !exists(each.Name)).Select(each => $"{each.Page}: {each.Name}").Distinct(),
            Is.Empty,
            "A page names what is not there.");
    }

    private static bool IsFile(string name) => name.EndsWith(".md", StringComparison.Ordinal);

    // As it stands in a text: mailbox.rebuild, also with a value behind it: mailbox.rebuild: [EXB1].
    [GeneratedRegex(@"^(?:exchange-on-aws:)?(?<name>[a-z][A-Za-z]*(?:\.[a-z][A-Za-z0-9]*)+)(?:: .*)?$")]
    private static partial Regex Setting();

    [GeneratedRegex(@"pulumi stack output (?<name>[a-zA-Z]*)")]
    private static partial Regex StackOutput();

    [GeneratedRegex(@"^[A-Z][A-Za-z]+/[A-Z][a-z]+-[A-Za-z]+$")]
    private static partial Regex Script();

    [GeneratedRegex(@"'\*\*(?::[A-Za-z]+)?::(?<name>[a-z0-9*-]+)'")]
    private static partial Regex Resource();

    [GeneratedRegex(@"\./build\.sh (?<name>[a-z]+)")]
    private static partial Regex BuildCommand();
}
