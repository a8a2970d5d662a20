using System.CommandLine;
using ExchangeOnAws.Reporting;
using ExchangeOnAws.Settings;
using Spectre.Console;

namespace ExchangeOnAws.CommandLine;

/// <summary>
/// <c>plan &lt;stack&gt;</c>: what a deployment would do, without AWS, credentials, network or Pulumi CLI.
/// </summary>
internal static class PlanCommand
{
    // Wide enough for the port table; a terminal has its own width.
    private const int FileWidth = 110;

    public static Command Create()
    {
        var stack = new Argument<string>("stack")
        {
            Description = "The stack whose Pulumi.<stack>.yaml is read, for example dev.",
        };
        var format = new Option<string>("--format")
        {
            Description = "text for people, json for machines and diffs, html for a browser.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "html");
        var file = new Option<string?>("--out")
        {
            Description = "A file to write to instead of the terminal.",
        };
        var command = new Command("plan", "Show what a deployment would do, without AWS.")
        {
            stack, format, file, DiffCommand.Create(),
        };
        command.SetAction((parsed, _) => Run(
            parsed.GetValue(stack)!, parsed.GetValue(format)!, parsed.GetValue(file),
            parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static async Task<int> Run(
        string stackName, string format, string? file, TextWriter output, TextWriter error)
    {
        var folder = ProjectFolder.Find();
        var path = Path.Combine(folder, StackFile.FileName(stackName));
        if (!File.Exists(path))
        {
            await error.WriteLineAsync($"{StackFile.FileName(stackName)} does not exist. "
                + $"The stacks are {string.Join(", ", StackFile.StacksIn(folder))}.");
            return Commands.WrongUse;
        }

        using var text = File.OpenText(path);
        var (configuration, findings) = StackFile.Read(stackName, text);
        var report = PlanReport.From(configuration, findings);
        if (file is not null)
        {
            await File.WriteAllTextAsync(file, await Render(report, format));
        }
        else if (format == "text" && ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected)
        {
            await PlanText.Write(report, AnsiConsole.Console);
        }
        else
        {
            await output.WriteAsync(await Render(report, format));
        }

        return report.HasErrors ? Commands.HasErrors : Commands.Success;
    }

    private static async Task<string> Render(PlanReport report, string format)
    {
        if (format == "json")
        {
            return await PlanJson.Of(report);
        }

        if (format == "html")
        {
            return await PlanHtml.Of(report);
        }

        using var text = new StringWriter { NewLine = "\n" };
        await PlanText.Write(report, FileConsole(text));
        var lines = text.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n');
        return string.Concat(lines.Select(line => line.TrimEnd() + "\n"));
    }

    private static IAnsiConsole FileConsole(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = FileWidth;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
