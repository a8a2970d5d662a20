using System.CommandLine;
using ExchangeOnAws.Reporting.Diff;

namespace ExchangeOnAws.CommandLine;

/// <summary>
/// <c>plan diff</c>: what a change of settings would do to what is deployed, from two plans.
/// </summary>
internal static class DiffCommand
{
    private const string Help =
        "Compare two plans: what is added, changed, replaced, removed, and which steps run again.\n\n"
        + "  plan diff old.json new.json    two files that plan <stack> --format json --out FILE wrote\n"
        + "  plan diff prod main            the stack file of prod at revision main, and as it lies here\n"
        + "  plan diff prod main HEAD       the stack file of prod at two revisions\n\n"
        + "With revisions, both stack files are planned by this version of the program, so a change of the "
        + "program itself does not show. To see that too, write a plan as JSON with the program of each "
        + "revision and compare the files.\n\n"
        + "Replacing or removing what holds data is an error, unless protection.allowReplacement of the new "
        + "stack file names the resource. Exit code 0; 1 when a finding is an error; 2 for wrong use.";

    public static Command Create()
    {
        var sources = new Argument<string[]>("plans")
        {
            Description = "Two files (their names end in .json or have a folder), "
                + "or a stack and one or two revisions.",
            Arity = new ArgumentArity(2, 3),
        };
        var format = new Option<string>("--format")
        {
            Description = "text for a terminal, markdown for a pull request, json for machines.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "markdown", "json");
        var file = new Option<string?>("--out")
        {
            Description = "A file to write to instead of the terminal.",
        };
        var command = new Command("diff", Help) { sources, format, file };
        command.SetAction((parsed, cancellation) => Run(
            parsed.GetValue(sources)!, parsed.GetValue(format)!, parsed.GetValue(file),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancellation));
        return command;
    }

    private static async Task<int> Run(
        string[] sources, string format, string? file, TextWriter output, TextWriter error,
        CancellationToken cancellation)
    {
        PlanDiff diff;
        try
        {
            var (before, after) = await PlanSources.Read(sources, cancellation);
            diff = PlanDiff.Of(before, after);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException
            or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(exception.Message);
            return Commands.WrongUse;
        }

        var text = format switch
        {
            "json" => DiffJson.Of(diff),
            "markdown" => DiffMarkdown.Of(diff),
            _ => DiffText.Of(diff),
        };
        await (file is null ? output.WriteAsync(text) : File.WriteAllTextAsync(file, text, cancellation));
        return diff.HasErrors ? Commands.HasErrors : Commands.Success;
    }
}
