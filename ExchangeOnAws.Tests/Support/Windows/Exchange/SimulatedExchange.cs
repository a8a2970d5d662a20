namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>The Exchange organisation as the server that the script runs on sees it.</summary>
public sealed class SimulatedExchange
{
    /// <summary>The run whose process has the snap-in: the cmdlets of any other are unknown.</summary>
    public Bench? Shell { get; set; }

    /// <summary>The name by which the snap-in is registered; Edge servers may have an older one.</summary>
    public string SnapinName { get; set; } = ExchangeShellHandlers.Snapin;

    /// <summary>The module that added the snap-in, which nothing outside of it sees; null is all.</summary>
    public string? ShellModule { get; set; }

    /// <summary>From when on the directory answers Exchange.</summary>
    public DateTime ReadyAt { get; set; }

    public string DomainName { get; set; } = "corp.example.com";

    /// <summary>Names of the Exchange servers.</summary>
    public SortedSet<string> Servers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Servers that do not answer.</summary>
    public HashSet<string> Lost { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Servers on which Exchange may make the directory and share of a witness.</summary>
    public HashSet<string> WitnessHosts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The domain controller that the cmdlets use by themselves.</summary>
    public string OwnController { get; set; } = "DCA1.corp.example.com";

    /// <summary>How long the other domain controllers are behind.</summary>
    public TimeSpan ReplicationDelay { get; set; } = TimeSpan.FromSeconds(15);

    public List<SimulatedAvailabilityGroup> Groups { get; } = [];

    public List<SimulatedDatabase> Databases { get; } = [];

    /// <summary>Mailboxes: the database and the kind.</summary>
    public List<(string Database, string Kind)> Mailboxes { get; } = [];

    public SimulatedAvailabilityGroup Group(string name) =>
        Groups.FirstOrDefault(group => IsSame(group.Name, name)) ?? throw NotFound(name);

    public SimulatedDatabase Database(string name) =>
        Databases.FirstOrDefault(database => IsSame(database.Name, name)) ?? throw NotFound(name);

    public static bool IsSame(string left, string right) =>
        left.Equals(right, StringComparison.OrdinalIgnoreCase);

    /// <summary>The server's name without its domain.</summary>
    public static string ShortName(string name) => name.Split('.')[0];

    public static CommandException NotFound(string name) => new(
        $"The operation couldn't be performed because object '{name}' couldn't be found on 'DCA1'.");
}

/// <summary>A value of Exchange's own types: only its text compares with text.</summary>
public sealed class ExchangeText(string text)
{
    public override string ToString() => text;
}

/// <summary>A member as the directory has it, and from when on this server sees it.</summary>
public sealed record SimulatedMember(string Name, DateTime VisibleAt);

/// <summary>A database availability group.</summary>
public sealed class SimulatedAvailabilityGroup(string name, DateTime changedAt)
{
    public string Name => name;

    /// <summary>The last change; other domain controllers show it later.</summary>
    public DateTime ChangedAt { get; set; } = changedAt;

    public string WitnessServer { get; set; } = "";

    public string WitnessDirectory { get; set; } = "";

    public string FileSystem { get; set; } = "NTFS";

    public string Address { get; set; } = "0.0.0.0";

    public string ActivationMode { get; set; } = "Off";

    public List<SimulatedMember> Members { get; } = [];

    /// <summary>Members marked as failed.</summary>
    public HashSet<string> Stopped { get; } = new(StringComparer.OrdinalIgnoreCase);

    public bool Has(string server) =>
        Members.Any(member => SimulatedExchange.IsSame(member.Name, server));
}
