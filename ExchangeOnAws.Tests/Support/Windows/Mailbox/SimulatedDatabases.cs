namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A copy of a database on one server.</summary>
public sealed class SimulatedCopy(string server)
{
    public string Server => server;

    /// <summary>
    /// Healthy, Suspended, FailedAndSuspended, Failed; what the active copy is, the database says.
    /// </summary>
    public string State { get; set; } = "Healthy";

    /// <summary>Until when it is seeded, if it is.</summary>
    public DateTime SeededAt { get; set; }

    public string SuspendComment { get; set; } = "";

    /// <summary>Whether files of it are there, which a seeding does not overwrite by itself.</summary>
    public bool HasFiles { get; set; } = true;

    /// <summary>Logs that it has not copied.</summary>
    public int CopyQueue { get; set; }

    public int ReplayQueue { get; set; }

    public string IndexState { get; set; } = "NotApplicable";
}

/// <summary>A mailbox database; its copies stand in the order of their activation preference.</summary>
public sealed class SimulatedDatabase(string name, string server)
{
    public string Name => name;

    public string EdbFilePath { get; set; } = $@"D:\Databases\{name}\{name}.edb";

    public string LogFolderPath { get; set; } = $@"E:\Logs\{name}";

    public string ActiveOn { get; set; } = server;

    public bool IsMounted { get; set; }

    /// <summary>One that a backup was restored into; it has no copies.</summary>
    public bool IsRecovery { get; set; }

    /// <summary>Active Manager mounts a new database when the directory has told it.</summary>
    public DateTime MountableAt { get; set; }

    /// <summary>When this server sees it.</summary>
    public DateTime VisibleAt { get; set; }

    public bool HasCircularLogging { get; set; }

    public List<SimulatedCopy> Copies { get; } = [new(server)];

    public SimulatedCopy? Find(string onServer) =>
        Copies.FirstOrDefault(copy => SimulatedExchange.IsSame(copy.Server, onServer));

    public SimulatedCopy Copy(string onServer) =>
        Find(onServer) ?? throw SimulatedExchange.NotFound($@"{name}\{onServer}");

    public int Preference(string onServer) => Copies.IndexOf(Copy(onServer)) + 1;

    public string Status(SimulatedCopy copy, DateTime now) =>
        SimulatedExchange.IsSame(copy.Server, ActiveOn) ? IsMounted ? "Mounted" : "Dismounted"
        : copy.SeededAt > now ? "Seeding"
        : copy.State;
}
