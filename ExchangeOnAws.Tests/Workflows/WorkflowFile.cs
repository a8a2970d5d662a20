using System.Globalization;
using System.Text.RegularExpressions;
using ExchangeOnAws.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>A workflow or a composite action of this repository.</summary>
/// <param name="Name">Its path from the repository's root.</param>
/// <param name="Text">Its text, for what YAML does not keep: comments.</param>
/// <param name="Root">Its content.</param>
internal sealed record WorkflowFile(string Name, string Text, YamlMappingNode Root)
{
    public static IReadOnlyList<WorkflowFile> Workflows { get; } = ReadAll("workflows");

    public static IReadOnlyList<WorkflowFile> Actions { get; } = ReadAll("actions");

    /// <summary>The jobs; a composite action is one job without a name.</summary>
    public IReadOnlyList<WorkflowJob> Jobs => Root.Map("jobs") is { } jobs
        ? [.. jobs.Children.Select(job => new WorkflowJob(job.Key.Text(), this, (YamlMappingNode)job.Value))]
        : [new WorkflowJob("", this, Root.Map("runs")!)];

    /// <summary>The names of the events that start it.</summary>
    public IReadOnlyList<string> Events => Root.Child("on") switch
    {
        YamlMappingNode map => [.. map.Children.Keys.Select(key => key.Text())],
        YamlSequenceNode list => [.. list.Children.Select(item => item.Text())],
        YamlScalarNode one => [one.Text()],
        _ => [],
    };

    public static WorkflowFile Parse(string name, string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return new WorkflowFile(name, text, (YamlMappingNode)yaml.Documents[0].RootNode);
    }

    public static WorkflowFile Named(string name) =>
        Workflows.Single(workflow => Path.GetFileNameWithoutExtension(workflow.Name) == name);

    private static IReadOnlyList<WorkflowFile> ReadAll(string folder) => [.. Directory
        .EnumerateFiles(
            Path.Combine(Repository.Root, ".github", folder), "*.yaml", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(path => Parse(
            Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllText(path)))];
}

/// <summary>A job of a workflow.</summary>
internal sealed record WorkflowJob(string Id, WorkflowFile File, YamlMappingNode Node)
{
    public string Place => $"{File.Name} {Id}".TrimEnd();

    public IReadOnlyList<YamlMappingNode> Steps =>
        [.. Node.List("steps").Cast<YamlMappingNode>()];

    /// <summary>The keys of the matrix that every combination has.</summary>
    public IReadOnlyList<string> MatrixKeys
    {
        get
        {
            var matrix = Node.Map("strategy")?.Map("matrix");
            var plain = matrix?.Children.Keys.Select(key => key.Text())
                .Except(["include", "exclude"]) ?? [];
            var included = matrix?.List("include").Cast<YamlMappingNode>()
                .Select(entry => entry.Children.Keys.Select(key => key.Text())).ToArray() ?? [];
            return
            [
                .. plain,
                .. included.Length == 0 ? [] : included.Aggregate((one, other) => one.Intersect(other)),
            ];
        }
    }

    /// <summary>What its scripts run: the text of its run steps and of the script files they name.</summary>
    public static string ScriptOf(YamlMappingNode step)
    {
        var run = step.Child("run")?.Text() ?? "";
        var files = Regex.Matches(run, @"\.github/scripts/[\w-]+\.sh").Select(match => match.Value)
            .Select(path => Path.Combine(Repository.Root, path)).Where(System.IO.File.Exists)
            .Select(System.IO.File.ReadAllText);
        return string.Join('\n', [run, .. files]);
    }

    /// <summary>What it gives to the action that sets Pulumi and AWS up.</summary>
    public IEnumerable<YamlMappingNode> PulumiInputs => Steps
        .Where(step => step.Child("uses")?.Text() == "./.github/actions/pulumi")
        .Select(step => step.Map("with")!);

    public int? TimeoutMinutes =>
        int.TryParse(Node.Child("timeout-minutes")?.Text(), CultureInfo.InvariantCulture, out var minutes)
            ? minutes
            : null;
}

/// <summary>Short ways into a YAML tree.</summary>
internal static class YamlNodes
{
    public static YamlNode? Child(this YamlMappingNode node, string key) =>
        node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    public static YamlMappingNode? Map(this YamlMappingNode node, string key) =>
        node.Child(key) as YamlMappingNode;

    public static IEnumerable<YamlNode> List(this YamlMappingNode node, string key) =>
        node.Child(key) as YamlSequenceNode ?? Enumerable.Empty<YamlNode>();

    public static string Text(this YamlNode node) => (node as YamlScalarNode)?.Value ?? "";
}
