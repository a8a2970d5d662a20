using ExchangeOnAws.Values;

namespace ExchangeOnAws.Planning;

/// <summary>
/// Plans the recovery from every failure that needs one. Source: Microsoft, "Datacenter switchovers" (2021).
/// </summary>
internal sealed class RecoveryPlanner(
    ClusterPlan cluster, Quorum quorum, DirectoryPlan directory, IReadOnlyList<HostPlan> hosts)
{
    /// <summary>What stands in a command for a server that only the domain's owner can name.</summary>
    public const string UnknownWitness = "<a server of the domain that is no member>";

    /// <summary>The recoveries, each with the failures it answers.</summary>
    public IReadOnlyList<RecoveryPlan> Plan(IEnumerable<FailureCase> failures) =>
    [
        .. failures
            .Where(failure => failure.Outcome == FailureOutcome.Manual)
            .Select(failure => new Loss(failure.Lost, ServersOf(failure.Lost)))
            .GroupBy(loss => string.Join('-', CulpritsOf(loss.Servers).Select(host => host.Name)))
            .Select(same => Plan(
                $"without-{same.Key.ToLowerInvariant()}",
                [.. same.Select(loss => loss.Lost)],

                // Of two failures that cost the same votes, the larger one leaves fewer servers to count on.
                same.MaxBy(loss => loss.Servers.Count)!.Servers)),
    ];

    private RecoveryPlan Plan(
        string name, IReadOnlyList<IReadOnlyList<string>> cases, IReadOnlyCollection<HostPlan> lost) =>
        HasLostQuorum(lost) ? OfCluster(name, cases, lost) : OfDirectory(name, cases, lost);

    // Members that have their votes go on as soon as one domain controller answers.
    private static RecoveryPlan OfDirectory(
        string name, IReadOnlyList<IReadOnlyList<string>> cases, IReadOnlyCollection<HostPlan> lost) => new()
        {
            Name = name,
            Cases = cases,
            LostMembers = [],
            Survivors = [],
            AlternateWitness = null,
            WitnessController = null,
            Confirmation = "",
            Commands =
            [
                new(RecoveryCommand.Operator, "aws ec2 start-instances --instance-ids "
                    + Placeholders(lost.Where(host => host.Role == HostRole.DomainController))),
            ],
        };

    private RecoveryPlan OfCluster(
        string name,
        IReadOnlyList<IReadOnlyList<string>> cases, IReadOnlyCollection<HostPlan> lost)
    {
        HostPlan[] members = [.. cluster.Members.Where(lost.Contains)];
        HostPlan[] survivors = [.. cluster.Members.Except(lost)];
        var controller = directory.DomainControllers
            .OrderBy(host => survivors.Any(survivor => survivor.Zone == host.Zone) ? 0 : 1)
            .FirstOrDefault(host => !lost.Contains(host));
        var witness = WitnessFor(survivors, lost, controller);
        var isController = controller is not null && witness == directory.FullNameOf(controller);
        return new RecoveryPlan
        {
            Name = name,
            Cases = cases,
            LostMembers = members,
            Survivors = survivors,
            AlternateWitness = witness,
            WitnessController = isController ? controller : null,
            Confirmation =
                $"{cluster.DagName} without {string.Join(' ', members.Select(member => member.Name))}",
            Commands = [.. Commands(lost, members, survivors, witness, isController ? controller : null)],
        };
    }

    private string? WitnessFor(
        HostPlan[] survivors, IReadOnlyCollection<HostPlan> lost, HostPlan? controller) =>
        !RecoveryPlan.IsWitnessNeeded(survivors.Length) ? null
        : cluster.Witness is { } witness && !lost.Contains(witness) ? directory.FullNameOf(witness)
        : controller is not null ? directory.FullNameOf(controller)
        : null;

    private IEnumerable<RecoveryCommand> Commands(
        IReadOnlyCollection<HostPlan> lost, HostPlan[] members, HostPlan[] survivors, string? witness,
        HostPlan? controller)
    {
        var first = survivors[0].Name;
        yield return new(RecoveryCommand.Operator, "aws ec2 stop-instances --force --instance-ids "
            + Placeholders(Voters(lost)));
        if (controller is not null)
        {
            yield return new(controller.Name,
                "Add-ADGroupMember -Identity Administrators -Members 'Exchange Trusted Subsystem'");
        }

        foreach (var member in members)
        {
            yield return new(first, $"Stop-DatabaseAvailabilityGroup -Identity {cluster.DagName} "
                + $"-MailboxServer {member.Name} -ConfigurationOnly -Confirm:$false");
        }

        foreach (var survivor in survivors)
        {
            yield return new(survivor.Name, "Stop-Service -Name ClusSvc");
        }

        var alternate = RecoveryPlan.IsWitnessNeeded(survivors.Length)
            ? $" -AlternateWitnessServer {witness ?? UnknownWitness} "
                + $"-AlternateWitnessDirectory {MailboxPaths.WitnessDirectory(cluster.DagName)}"
            : "";
        yield return new(first,
            $"Restore-DatabaseAvailabilityGroup -Identity {cluster.DagName}{alternate} -Confirm:$false");
        foreach (var (database, target) in Activations(members, survivors))
        {
            yield return new(first, $"Move-ActiveMailboxDatabase -Identity {database} "
                + $"-ActivateOnServer {target} -MountDialOverride Lossless -SkipActiveCopyChecks "
                + "-Confirm:$false");
        }
    }

    // A database that was mounted on a lost member goes to the first copy that is left.
    private IEnumerable<(string Database, string Target)> Activations(
        HostPlan[] members, HostPlan[] survivors) => cluster.Databases
        .Where(database => members.Any(member => member.Name == database.Copies[0].Member))
        .Select(database => (database.Name, database.Copies
            .First(copy => survivors.Any(survivor => survivor.Name == copy.Member)).Member));

    private IReadOnlyCollection<HostPlan> ServersOf(IReadOnlyList<string> lost) =>
    [
        .. hosts.Where(host => host.Role is HostRole.DomainController or HostRole.Mailbox or HostRole.Witness
            && (lost.Contains(host.Name) || (lost.Count == 1 && host.Zone == lost[0]))),
    ];

    // What a recovery has to do without: the votes that are lost, or the whole directory.
    private IEnumerable<HostPlan> CulpritsOf(IReadOnlyCollection<HostPlan> lost) =>
        HasLostQuorum(lost) ? Voters(lost) : lost.Where(host => host.Role == HostRole.DomainController);

    private static IEnumerable<HostPlan> Voters(IReadOnlyCollection<HostPlan> lost) =>
        lost.Where(host => host.Role is HostRole.Mailbox or HostRole.Witness);

    private bool HasLostQuorum(IReadOnlyCollection<HostPlan> lost) =>
        !quorum.HasMajority(lost.Select(host => host.Name).ToHashSet());

    // Instance ids are known only once the stack is deployed: its output instanceIds has them.
    private static string Placeholders(IEnumerable<HostPlan> hosts) =>
        string.Join(' ', hosts.Select(host => $"<{host.Name}>"));

    private sealed record Loss(IReadOnlyList<string> Lost, IReadOnlyCollection<HostPlan> Servers);
}
