namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Processes and the event log.</summary>
public sealed class ProcessHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Changes("Start-Process", Start),
        Changes("New-EventLog", NewEventLog),
        Changes("Write-EventLog", WriteEventLog),
    ];

    private static object Start(Call call)
    {
        var path = call.Text("FilePath");
        var program = call.Windows.Programs.Find(path)
            ?? throw CommandException.Terminating(
                $"This command cannot be run due to the error: {path} was not found.");
        var start = new ProgramStart(
            call.Windows, path, string.Join(" ", call.Texts("ArgumentList")), "SYSTEM");
        var process = new SimulatedProcess(call.Windows, program, start);
        if (call.Flag("Wait"))
        {
            process.WaitForExit(int.MaxValue);
        }

        return process;
    }

    private static void NewEventLog(Call call)
    {
        if (!call.Windows.Events.Sources.Add(call.Text("Source")))
        {
            throw new CommandException(
                $"The \"{call.Text("Source")}\" source is already registered on the \"localhost\" computer.");
        }
    }

    private static void WriteEventLog(Call call)
    {
        if (!call.Windows.Events.Sources.Contains(call.Text("Source")))
        {
            throw new CommandException(
                $"The source name \"{call.Text("Source")}\" does not exist on computer \"localhost\".");
        }

        call.Windows.Events.Messages.Add($"{call.Text("EntryType")} {call.Text("Message")}");
    }
}
