using ExchangeOnAws.Reporting;
using ExchangeOnAws.Reporting.Diff;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.CommandLine;

/// <summary>Reads the two plans that <c>plan diff</c> is given: files, or a stack at two moments.</summary>
internal static class PlanSources
{
    /// <summary>
    /// The old and the new plan. What cannot be read is an exception of System.IO whose message says so.
    /// </summary>
    public static async Task<(PlanDocument Before, PlanDocument After)> Read(
        string[] sources, CancellationToken cancellation)
    {
        if (!IsFile(sources[0]))
        {
            return await OfStack(sources[0], sources[1], sources.ElementAtOrDefault(2), cancellation);
        }

        return sources.Length == 2
            ? (await OfFile(sources[0], cancellation), await OfFile(sources[1], cancellation))
            : throw new InvalidDataException(
                $"{sources[0]} is a file, so another file is compared with it, and nothing else. "
                + "Run it with --help for its forms.");
    }

    // A stack has no folder and a plan's file ends in .json: neither is ever taken for the other.
    private static bool IsFile(string source) =>
        source.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || source.Contains('/', StringComparison.Ordinal)
        || source.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static async Task<PlanDocument> OfFile(string file, CancellationToken cancellation) =>
        Directory.Exists(file) || !Path.Exists(file)
            ? throw new FileNotFoundException($"{file} does not exist or is a folder. "
                + $"Write a plan with: plan <stack> --format json --out {file}")
            : PlanDocument.Parse(file, await File.ReadAllTextAsync(file, cancellation));

    private static async Task<(PlanDocument Before, PlanDocument After)> OfStack(
        string stack, string before, string? after, CancellationToken cancellation)
    {
        var folder = ProjectFolder.Find();
        var name = StackFile.FileName(stack);
        var git = new GitFolder(folder);
        var old = await OfText(
            $"{stack} at {before}", stack, await git.Read(before, name, cancellation));
        if (after is not null)
        {
            return (old, await OfText(
                $"{stack} at {after}", stack, await git.Read(after, name, cancellation)));
        }

        var path = Path.Combine(folder, name);
        return File.Exists(path)
            ? (old, await OfText(name, stack, await File.ReadAllTextAsync(path, cancellation)))
            : throw new FileNotFoundException(
                $"{name} does not exist. The stacks are {string.Join(", ", StackFile.StacksIn(folder))}.");
    }

    private static async Task<PlanDocument> OfText(string label, string stack, string text)
    {
        using var reader = new StringReader(text);
        var (configuration, findings) = StackFile.Read(stack, reader);
        return PlanDocument.Parse(label, await PlanJson.Of(PlanReport.From(configuration, findings)));
    }
}
