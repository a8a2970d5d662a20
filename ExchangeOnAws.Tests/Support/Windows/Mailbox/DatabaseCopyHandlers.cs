using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Copies of databases: adding, seeding, suspending, their preference and their status.</summary>
public sealed class DatabaseCopyHandlers : HandlerGroup
{
    /// <summary>How long a copy is seeded.</summary>
    private static readonly TimeSpan s_seeding = TimeSpan.FromMinutes(4);

    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-MailboxDatabaseCopyStatus", Status),
        Changes("Add-MailboxDatabaseCopy", Add),
        Changes("Set-MailboxDatabaseCopy", call =>
        {
            var (database, copy) = Find(call);
            database.Copies.Remove(copy);
            database.Copies.Insert(
                Math.Clamp(call.Number("ActivationPreference") - 1, 0, database.Copies.Count), copy);
        }),
        Changes("Suspend-MailboxDatabaseCopy", call =>
        {
            ExchangeShellHandlers.Prompt(call);
            var (_, copy) = Find(call);
            copy.State = copy.State.StartsWith("Failed", StringComparison.Ordinal)
                ? "FailedAndSuspended"
                : "Suspended";
            copy.SuspendComment = call.Text("SuspendComment");
        }),
        Changes("Update-MailboxDatabaseCopy", Update),
    ];

    private static (SimulatedDatabase Database, SimulatedCopy Copy) Find(Call call)
    {
        var names = call.Text("Identity").Split('\\');
        var database = ExchangeShellHandlers.Exchange(call).Database(names[0]);
        return (database, database.Copy(names[1]));
    }

    private static PSObject[] Status(Call call)
    {
        var exchange = ExchangeShellHandlers.Exchange(call);
        var names = call.Text("Identity").Split('\\');
        var databases = names[0].Length > 0 ? [exchange.Database(names[0])] : exchange.Databases;
        var server = names.Length > 1 ? names[1] : call.TextOrNull("Server");
        if (names.Length > 1)
        {
            databases[0].Copy(names[1]);
        }

        return [.. databases.SelectMany(database => database.Copies
            .Where(copy => server is null || SimulatedExchange.IsSame(copy.Server, server))
            .Select(copy => Show(
                database, copy, exchange.Lost.Contains(copy.Server) ? "ServiceDown"
                    : database.Status(copy, call.Windows.Now))))];
    }

    private static PSObject Show(SimulatedDatabase database, SimulatedCopy copy, string status) => Record.Of(
        ("Name", $@"{database.Name}\{copy.Server}"), ("DatabaseName", database.Name),
        ("MailboxServer", copy.Server), ("Status", new ExchangeText(status)),
        ("ActiveDatabaseCopy", database.ActiveOn), ("CopyQueueLength", (long)copy.CopyQueue),
        ("ReplayQueueLength", (long)copy.ReplayQueue), ("SuspendComment", copy.SuspendComment),
        ("ContentIndexState", new ExchangeText(copy.IndexState)));

    private static void Add(Call call)
    {
        var exchange = ExchangeShellHandlers.Exchange(call);
        var (database, server) = (exchange.Database(call.Text("Identity")), call.Text("MailboxServer"));
        var preference = call.Number("ActivationPreference", database.Copies.Count + 1);
        var refusal = database.Find(server) is not null ? $"{server} already hosts a copy of {database.Name}."
            : database.HasCircularLogging && database.Copies.Count == 1
                ? $"{database.Name} has circular logging on."
            : preference > database.Copies.Count + 1
                ? $"Preference {preference} is larger than the number of copies of {database.Name}."
            : !exchange.Groups.Any(group => group.Has(server) && group.Has(database.ActiveOn))
                ? $"{server} is not in the same database availability group."
            : null;
        if (refusal is not null)
        {
            throw new CommandException(refusal);
        }

        var copy = new SimulatedCopy(server);
        database.Copies.Insert(preference - 1, copy);
        if (call.Flag("SeedingPostponed"))
        {
            (copy.State, copy.HasFiles) = ("Suspended",
                call.Windows.Area<SimulatedReturn>().LeftFiles.Contains($@"{database.Name}\{server}"));
            copy.SuspendComment = $"Replication is suspended for database copy '{database.Name}' "
                + "because database needs to be seeded.";
        }
        else
        {
            call.Windows.Advance(s_seeding);
        }
    }

    private static void Update(Call call)
    {
        ExchangeShellHandlers.Prompt(call);
        var (database, copy) = Find(call);
        if (SimulatedExchange.IsSame(database.ActiveOn, copy.Server)
            || !copy.State.EndsWith("Suspended", StringComparison.Ordinal))
        {
            throw new CommandException($@"The copy {database.Name}\{copy.Server} has to be suspended.");
        }

        if (copy.HasFiles && !call.Flag("DeleteExistingFiles") && !call.Flag("SafeDeleteExistingFiles"))
        {
            throw new CommandException($@"Files of {database.Name}\{copy.Server} exist already.");
        }

        (copy.State, copy.SuspendComment, copy.HasFiles) = ("Healthy", "", true);
        if (call.Flag("BeginSeed"))
        {
            copy.SeededAt = call.Windows.Now + s_seeding;
        }
        else
        {
            call.Windows.Advance(s_seeding);
        }
    }
}
