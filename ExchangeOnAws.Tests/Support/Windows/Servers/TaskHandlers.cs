using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Scheduled tasks.</summary>
public sealed class TaskHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Pure("New-ScheduledTaskAction", call =>
            Record.Of(("Execute", call.Text("Execute")), ("Arguments", call.Text("Argument")))),
        Pure("New-ScheduledTaskSettingsSet", call =>
            Record.Of(("ExecutionTimeLimit", call.Value("ExecutionTimeLimit")))),
        Reads("Get-ScheduledTask", call => call.Texts("TaskName")
            .Select(call.Windows.Tasks.Get)
            .Select(task => Record.Of(("TaskName", task.Name), ("State", task.State)))),
        Reads("Get-ScheduledTaskInfo", call =>
            Record.Of(("LastTaskResult", (uint)call.Windows.Tasks.Get(call.Text("TaskName")).LastResult))),
        Changes("Register-ScheduledTask", Register),
        Changes("Start-ScheduledTask", call =>
            SimulatedTasks.Start(call.Windows, call.Windows.Tasks.Get(call.Text("TaskName")))),
        Changes("Stop-ScheduledTask", call =>
            SimulatedTasks.Stop(call.Windows.Tasks.Get(call.Text("TaskName")))),
        Changes("Unregister-ScheduledTask", call =>
        {
            call.Windows.Tasks.All.Remove(call.Text("TaskName"));
        }),
    ];

    private static object Register(Call call)
    {
        var (tasks, user) = (call.Windows.Tasks, call.Text("User"));
        if (call.Windows.Secrets.PasswordsByAccount.GetValueOrDefault(user) != call.Text("Password"))
        {
            throw new CommandException("The user name or password is incorrect.");
        }

        if (tasks.All.ContainsKey(call.Text("TaskName")) && !call.Flag("Force"))
        {
            throw new CommandException("Cannot create a file when that file already exists.");
        }

        var action = (PSObject)call.Value("Action")!;
        var settings = (PSObject)call.Value("Settings")!;
        var task = new SimulatedTask(
            call.Text("TaskName"), $"{action.Properties["Execute"].Value}",
            $"{action.Properties["Arguments"].Value}", user,
            call.Text("RunLevel"), (TimeSpan)settings.Properties["ExecutionTimeLimit"].Value);
        tasks.All[task.Name] = task;
        tasks.Registered.Add(task);
        return Record.Of(("TaskName", task.Name));
    }
}
