using System.Globalization;
using ExchangeOnAws.Settings;
using static ExchangeOnAws.Planning.ServerSteps;

namespace ExchangeOnAws.Planning;

/// <summary>
/// The steps that make one availability group of the members, lay the databases out over it, and prove that
/// it works.
/// </summary>
internal sealed class ClusterSteps(
    MailboxPlan mailbox, MailFlowPlan mailFlow, ClusterPlan cluster, EdgePlan edge, DirectoryPlan directory)
{
    /// <summary>What the deployment fills in: the name of the parameter that holds the result.</summary>
    public const string ResultParameter = "verification-parameter";

    // Microsoft, "Manage database availability group membership" (2021): five minutes each.
    private const int JoinMinutes = 5;

    // New databases are nearly empty, and seeded in minutes.
    private const int CopyMinutes = 5;

    private HostPlan First => cluster.Members[0];

    private StepArgument DagName => StepArgument.Of(cluster.DagName);

    private StepArgument WitnessServer => StepArgument.Of(
        cluster.Witness is { } witness ? directory.FullNameOf(witness) : "");

    private StepArgument WitnessDirectory =>
        StepArgument.Of(MailboxPaths.WitnessDirectory(cluster.DagName));

    private StepArgument Members => StepArgument.Of(cluster.Members.Select(member => member.Name));

    /// <summary>The steps.</summary>
    /// <param name="installed">By member, the step after which it is a mailbox server.</param>
    /// <param name="witnessReady">The steps after which the witness admits Exchange.</param>
    public IEnumerable<StepPlan> Plan(Func<HostPlan, string> installed, IEnumerable<string> witnessReady) =>
    [
        Step(First, "dag", "Mailbox/New-AvailabilityGroup", minutes: 3,
            [installed(First), .. witnessReady],
            ("DagName", DagName), ("WitnessServer", WitnessServer),
            ("WitnessDirectory", WitnessDirectory),
            ("FileSystem", StepArgument.Of(mailbox.FileSystem == FileSystem.ReFS ? "ReFS" : "NTFS")),
            ("DomainControllers",
                StepArgument.Of(directory.DomainControllers.Select(directory.FullNameOf)))),
        .. cluster.Members.Select((member, index) => Join(member, index, installed)),
        Step(First, "dag-settings", "Mailbox/Set-AvailabilityGroup", minutes: 3,
            cluster.Members.Select(member => Id(member, "dag-member")),
            ("DagName", DagName), ("Members", Members), ("WitnessServer", WitnessServer),
            ("WitnessDirectory", WitnessDirectory)),
        .. Copies(),
        Step(First, "activation", "Mailbox/Set-ActiveDatabases", minutes: 3, LastCopies(),
            ("DagName", DagName),
            ("Databases", StepArgument.Of(cluster.Databases.Select(
                database => $"{database.Name}={database.Copies[0].Member}")))),
        Step(First, "accepted-domains", "MailFlow/Set-AcceptedDomains", minutes: 1,
            [installed(First), EdgeSteps.OldSubscriptions(First)],
            ("Domains", StepArgument.Of(mailFlow.AcceptedDomains)),
            ("DomainName", StepArgument.Of(directory.DomainName)),
            ("SharedOrganization", StepArgument.Of(directory.IsExisting)),
            ("Members", Members), ("EdgeServers", StepArgument.Of(edge.Servers.Select(edge.FullNameOf)))),
        Step(First, "verification", "Mailbox/Confirm-Cluster", minutes: 5,
            [Id(First, "activation"), Id(First, "accepted-domains")],
            ("DagName", DagName), ("Members", Members), ("WitnessServer", WitnessServer),
            ("Databases", StepArgument.Of(cluster.Databases.Select(Describe))),
            ("ResultParameter", StepArgument.FromDeployment(ResultParameter))) with { WaitsLong = true },
    ];

    /// <summary>The last step of all, whose result is the deployment's.</summary>
    public static string Verified(ClusterPlan cluster) => Id(cluster.Members[0], "verification");

    // One after another: a member that does not see those before it would found a cluster of its own.
    private StepPlan Join(HostPlan member, int index, Func<HostPlan, string> installed)
    {
        var previous = index == 0 ? Id(First, "dag") : Id(cluster.Members[index - 1], "dag-member");
        return Step(member, "dag-member", "Mailbox/Add-AvailabilityGroupMember", JoinMinutes,
            [installed(member), previous],
            ("DagName", DagName),
            ("Previous", StepArgument.Of(cluster.Members.Take(index).Select(other => other.Name))));
    }

    // A copy of preference 2 can only be added to a database that has its first: one round per preference,
    // all members at once.
    private IEnumerable<StepPlan> Copies()
    {
        foreach (var round in Rounds())
        {
            foreach (var copies in round.GroupBy(copy => copy.Member))
            {
                var member = cluster.Members.First(each => each.Name == copies.Key);
                yield return Step(member, CopiesName(round.Key), "Mailbox/Set-DatabaseCopies", CopyMinutes,
                    round.Key == 1
                        ? [Id(First, "dag-settings")]
                        : copies.Select(copy => CopiesId(copy.Before, round.Key - 1)).Distinct(),
                    ("Databases", StepArgument.Of(copies.Select(copy => copy.Database))),
                    ("Preference", StepArgument.Of(round.Key.ToString(CultureInfo.InvariantCulture))),
                    ("DatabaseRoot", StepArgument.Of(MailboxPaths.DatabaseRoot)),
                    ("LogRoot", StepArgument.Of(MailboxPaths.LogRoot))) with
                { WaitsLong = true };
            }
        }
    }

    private IEnumerable<IGrouping<int, PlannedCopy>> Rounds() => cluster.Databases
        .SelectMany(database => database.Copies.Select((copy, index) => new PlannedCopy(
            database.Name, copy.Member, copy.Preference,
            index == 0 ? copy.Member : database.Copies[index - 1].Member)))
        .GroupBy(copy => copy.Preference)
        .OrderBy(round => round.Key);

    private IEnumerable<string> LastCopies() => cluster.Databases
        .Select(database => database.Copies[^1])
        .Select(copy => CopiesId(copy.Member, copy.Preference))
        .Distinct();

    private string CopiesId(string member, int preference) =>
        Id(cluster.Members.First(each => each.Name == member), CopiesName(preference));

    private static string CopiesName(int preference) => $"copies-{preference}";

    /// <summary>A database with its members in order of preference: DB01=EXA1/EXB1.</summary>
    public static string Describe(DatabasePlan database) =>
        $"{database.Name}={string.Join('/', database.Copies.Select(copy => copy.Member))}";

    // Before: the member that holds the copy of the preference before.
    private sealed record PlannedCopy(string Database, string Member, int Preference, string Before);
}
