namespace ExchangeOnAws.Planning;

/// <summary>Where databases, logs and the witness lie on the servers.</summary>
public static class MailboxPaths
{
    public const char DatabaseDrive = 'D';

    public const char LogDrive = 'E';

    public static string DatabaseRoot { get; } = $@"{DatabaseDrive}:\Databases";

    public static string LogRoot { get; } = $@"{LogDrive}:\Logs";

    public static string DatabaseFile(string database) => $@"{DatabaseRoot}\{database}\{database}.edb";

    public static string LogFolder(string database) => $@"{LogRoot}\{database}";

    /// <summary>The directory of the witness share; each group needs its own.</summary>
    public static string WitnessDirectory(string dagName) => $@"C:\DagWitness\{dagName}";
}
