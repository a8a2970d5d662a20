using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Mailbox databases: what there is, making, mounting, moving.</summary>
public sealed class DatabaseHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-MailboxDatabase", call => ExchangeShellHandlers.Exchange(call).Databases
            .Where(database => call.Windows.Now >= database.VisibleAt)
            .Select(Show)),
        Reads("Get-Mailbox", GetMailbox),
        Changes("New-MailboxDatabase", New),
        Changes("Mount-Database", Mount),
        Changes("Move-ActiveMailboxDatabase", Move),
        Changes("Restart-Service", RestartStore) with
        {
            When = call => call.Texts("Name").Contains("MSExchangeIS")
                && call.Windows.Area<SimulatedExchange>().Databases.Count > 0,
        },
    ];

    private static PSObject Show(SimulatedDatabase database) => Record.Of(
        ("Name", database.Name), ("EdbFilePath", new ExchangeText(database.EdbFilePath)),
        ("LogFolderPath", new ExchangeText(database.LogFolderPath)),
        ("CircularLoggingEnabled", database.HasCircularLogging), ("Recovery", database.IsRecovery),
        ("Server", ExchangeShellHandlers.Identity(database.ActiveOn)),
        ("ActivationPreference", database.Copies.Select(copy => (object)Record.Of(
            ("Key", ExchangeShellHandlers.Identity(copy.Server)),
            ("Value", database.Preference(copy.Server)))).ToArray()));

    /// <summary>The store mounts its databases again, some time after its start.</summary>
    private static void RestartStore(Call call)
    {
        foreach (var database in call.Windows.Area<SimulatedExchange>().Databases
            .Where(database => database.IsMounted
                && SimulatedExchange.IsSame(database.ActiveOn, ExchangeShellHandlers.Here(call))))
        {
            database.IsMounted = false;
            database.MountableAt = call.Windows.Now + TimeSpan.FromSeconds(50);
            call.Windows.After(TimeSpan.FromSeconds(50), () => database.IsMounted = true);
        }
    }

    private static IEnumerable<PSObject> GetMailbox(Call call)
    {
        var exchange = ExchangeShellHandlers.Exchange(call);
        return exchange.Mailboxes
            .Where(mailbox => SimulatedExchange.IsSame(
                exchange.Database(mailbox.Database).ActiveOn, call.Text("Server")))
            .Where(mailbox => !call.Has("RecipientTypeDetails")
                || call.Texts("RecipientTypeDetails").Contains(mailbox.Kind))
            .Take(call.Number("ResultSize", 1000))
            .Select(mailbox => Record.Of(("Database", mailbox.Database)));
    }

    private static void New(Call call)
    {
        var (exchange, name) = (ExchangeShellHandlers.Exchange(call), call.Text("Name"));
        if (exchange.Databases.Any(database => SimulatedExchange.IsSame(database.Name, name)))
        {
            throw new CommandException($"The database {name} already exists in this organization.");
        }

        exchange.Databases.Add(new(name, call.Text("Server"))
        {
            EdbFilePath = call.Text("EdbFilePath"),
            LogFolderPath = call.Text("LogFolderPath"),
            MountableAt = call.Windows.Now + TimeSpan.FromSeconds(25),
        });
    }

    private static void Mount(Call call)
    {
        var exchange = ExchangeShellHandlers.Exchange(call);
        var database = exchange.Database(call.Text("Identity"));
        if (call.Windows.Now < database.MountableAt || exchange.Lost.Contains(database.ActiveOn))
        {
            throw new CommandException(
                $"Couldn't mount the database that you specified. Specified database: {database.Name}.");
        }

        database.IsMounted = true;
    }

    private static object Move(Call call)
    {
        ExchangeShellHandlers.Prompt(call);
        var exchange = ExchangeShellHandlers.Exchange(call);
        var (database, target) =
            (exchange.Database(call.Text("Identity")), call.Text("ActivateOnServer"));
        var copy = database.Copy(target);
        var status = database.Status(copy, call.Windows.Now);
        if (status is not ("Healthy" or "DisconnectedAndHealthy"))
        {
            throw new CommandException($@"The copy {database.Name}\{target} is {status}.");
        }

        if (copy.CopyQueue > 0 && call.Text("MountDialOverride", "GoodAvailability") == "Lossless")
        {
            throw new CommandException(
                $@"The copy {database.Name}\{target} lacks {copy.CopyQueue} logs; none may be lost.");
        }

        var before = database.ActiveOn;
        (database.ActiveOn, database.IsMounted) = (copy.Server, true);
        return Record.Of(("Identity", database.Name), ("ActiveServerAtStart", before),
            ("ActiveServerAtEnd", copy.Server), ("Status", new ExchangeText("Succeeded")));
    }
}
