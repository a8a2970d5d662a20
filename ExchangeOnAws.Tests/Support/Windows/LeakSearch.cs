namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Everywhere a secret could show after a run.</summary>
public static class LeakSearch
{
    public static IEnumerable<(string Place, string Text)> Places(
        SimulatedWindows windows, RunResult result) =>
    [
        .. result.Output.Select(line => ($"output line {line[..Math.Min(40, line.Length)]}", line)),
        .. result.Commands.Select(command => ($"an argument of {command.Name}", command.Arguments)),
        .. windows.Files.Contents.Select(file => ($"file {file.Key}", file.Value)),
        .. windows.Events.Messages.Select(message => ("the event log", message)),
        .. windows.Environment.Select(variable => ($"variable {variable.Key}", variable.Value)),
        .. windows.Tasks.Registered.Select(task => ($"task {task.Name}", $"{task.Execute} {task.Arguments}")),
        .. windows.Registry.Keys.SelectMany(
            key => key.Value.Select(value => ($"{key.Key} {value.Key}", $"{value.Value}"))),
    ];
}
