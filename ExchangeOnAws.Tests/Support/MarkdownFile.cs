using System.Text.RegularExpressions;

namespace ExchangeOnAws.Tests.Support;

/// <summary>A page of documentation: its links, headings and tables, without what stands in code.</summary>
internal sealed partial class MarkdownFile
{
    private readonly string[] _lines;

    private MarkdownFile(string path)
    {
        Path = path;
        _lines = [.. Prose(File.ReadLines(path))];
        Text = File.ReadAllText(path);
    }

    public string Path { get; }

    /// <summary>As people call it: docs/ports.md.</summary>
    public string Name =>
        System.IO.Path.GetRelativePath(Repository.Root, Path).Replace('\\', '/');

    /// <summary>Everything, code included.</summary>
    public string Text { get; }

    /// <summary>README.md and all pages below docs.</summary>
    public static IReadOnlyList<MarkdownFile> All =>
    [
        Of("README.md"),
        .. Directory.EnumerateFiles(
                System.IO.Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Where(file => !file.Contains(".received.", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(file => new MarkdownFile(file)),
    ];

    public static MarkdownFile Of(string name) => new(System.IO.Path.Combine(Repository.Root, name));

    /// <summary>The targets of all links.</summary>
    public IEnumerable<string> Links => _lines
        .SelectMany(line => Link().Matches(InlineCode().Replace(line, "")))
        .Select(match => match.Groups["target"].Value);

    /// <summary>What a link can name behind a number sign.</summary>
    public IEnumerable<string> Anchors
    {
        get
        {
            var seen = new Dictionary<string, int>();
            foreach (var heading in _lines.Where(line => Heading().IsMatch(line)))
            {
                var anchor = AnchorOf(Heading().Match(heading).Groups["text"].Value);
                var count = seen[anchor] = seen.GetValueOrDefault(anchor) + 1;
                yield return count == 1 ? anchor : $"{anchor}-{count - 1}";
            }
        }
    }

    /// <summary>The text in back quotes, wherever it stands.</summary>
    public IEnumerable<string> Code => _lines
        .SelectMany(line => InlineCode().Matches(line))
        .Select(match => match.Value.Trim('`'));

    /// <summary>The rows of the table below a heading, cell by cell, without its head.</summary>
    public IEnumerable<string[]> Rows(string heading) => _lines
        .SkipWhile(line => line != heading)
        .Skip(1)
        .TakeWhile(line => !Heading().IsMatch(line))
        .Where(line => line.StartsWith('|'))
        .Skip(2)
        .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    // As GitHub makes them: lower case, spaces to hyphens, no other punctuation.
    private static string AnchorOf(string heading) =>
        NoAnchor().Replace(LinkText().Replace(heading, "$1").ToLowerInvariant(), "").Replace(' ', '-');

    private static IEnumerable<string> Prose(IEnumerable<string> lines)
    {
        var isCode = false;
        foreach (var line in lines)
        {
            var isFence = line.TrimStart().StartsWith("```", StringComparison.Ordinal);
            if (!isFence && !isCode)
            {
                yield return line;
            }

            isCode ^= isFence;
        }
    }

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex LinkText();

    [GeneratedRegex("`[^`]+`")]
    private static partial Regex InlineCode();

    [GeneratedRegex("^#{1,6} (?<text>.+?)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}
