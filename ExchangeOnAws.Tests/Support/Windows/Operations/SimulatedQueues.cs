namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The transport queues of the server that the script runs on.</summary>
public sealed class SimulatedQueues
{
    /// <summary>How long the service takes to answer after a restart.</summary>
    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(25);

    /// <summary>Messages by queue: Submission, 7, Shadow\3, Poison.</summary>
    public Dictionary<string, int> Counts { get; } = [];

    /// <summary>Queues whose messages do not go, like suspended ones.</summary>
    public HashSet<string> Stuck { get; } = [];

    /// <summary>Where messages were redirected to.</summary>
    public List<string> Targets { get; } = [];

    public void Drain(Call call)
    {
        var (components, here) = (
            call.Windows.Area<SimulatedComponents>(), ExchangeShellHandlers.Here(call));
        if (components.Effective(here, "HubTransport") != "Active"
            || components.Effective(here, "EdgeTransport") != "Active")
        {
            // Nothing new comes, and what can be delivered is.
            call.Windows.After(TimeSpan.FromMinutes(5), Empty);
        }
    }

    public void Empty()
    {
        foreach (var name in Counts.Keys.Where(name => !Stuck.Contains(name)
            && name != "Poison" && !name.StartsWith("Shadow", StringComparison.Ordinal)).ToArray())
        {
            Counts[name] = 0;
        }
    }

    public static bool Answers(SimulatedWindows windows) =>
        windows.Services.Get("MSExchangeTransport").Status == "Running"
        && windows.Now >= windows.Area<SimulatedComponents>().RestartedAt + s_start;
}

public sealed class QueueHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-Queue", call => Queues(call).Counts.Select(queue => Record.Of(
            ("Identity", new ExchangeText($@"{ExchangeShellHandlers.Here(call)}\{queue.Key}")),
            ("MessageCount", queue.Value)))),
        Changes("Redirect-Message", Redirect),
        Reads("Get-Mailbox", call => ExchangeShellHandlers.Exchange(call).Mailboxes
            .Where(mailbox => mailbox.Database == call.Text("Database")
                && call.Texts("RecipientTypeDetails").Contains(mailbox.Kind))
            .Select(mailbox => Record.Of(("Database", mailbox.Database)))) with
        {
            When = call => call.Has("Database"),
        },
    ];

    private static SimulatedQueues Queues(Call call)
    {
        ExchangeShellHandlers.Exchange(call);
        return call.Windows.Area<SimulatedQueues>() is var queues
            && SimulatedQueues.Answers(call.Windows)
            ? queues
            : throw new CommandException("The Microsoft Exchange Transport service isn't running.");
    }

    private static void Redirect(Call call)
    {
        ExchangeShellHandlers.Prompt(call);
        var (exchange, components, target) = (ExchangeShellHandlers.Exchange(call),
            call.Windows.Area<SimulatedComponents>(), call.Text("Target").Split('.', 2));
        if (target is not [var name, _] || !exchange.Servers.Contains(name) || exchange.Lost.Contains(name)
            || components.Effective(name, "HubTransport") != "Active")
        {
            throw new CommandException($"The target server {call.Text("Target")} isn't available.");
        }

        var here = call.Text("Server");
        if (components.Effective(here, "HubTransport") != "Draining"
            || !components.IsTaken(call.Windows, here, "HubTransport"))
        {
            throw new CommandException($"{here} isn't draining.");
        }

        Queues(call).Targets.Add(call.Text("Target"));
        call.Windows.After(TimeSpan.FromSeconds(40), Queues(call).Empty);
    }
}
