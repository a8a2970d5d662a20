namespace ExchangeOnAws.Planning;

/// <summary>A command of a recovery and where it is typed.</summary>
/// <param name="Where">The host, or the words for a shell with the AWS CLI.</param>
/// <param name="Command">The command, with this stack's names.</param>
public sealed record RecoveryCommand(string Where, string Command)
{
    /// <summary>A shell with the AWS CLI and an operator's rights.</summary>
    public const string Operator = "operator";

    public override string ToString() => $"{Where}> {Command}";
}

/// <summary>
/// How mail is brought back after a failure that needs a person: the surviving members form the cluster
/// without those that are lost, or a domain controller is started again.
/// </summary>
public sealed record RecoveryPlan
{
    /// <summary>For example without-exa1-witness.</summary>
    public required string Name { get; init; }

    /// <summary>The failures that it answers, each as the hosts or the zone that are lost.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Cases { get; init; }

    /// <summary>The failures in words: eu-west-1a; EXA1 and WITNESS.</summary>
    public string Losses => string.Join("; ", Cases.Select(lost => string.Join(" and ", lost)));

    /// <summary>The members that the cluster goes on without; none when only the directory is lost.</summary>
    public required IReadOnlyList<HostPlan> LostMembers { get; init; }

    public required IReadOnlyList<HostPlan> Survivors { get; init; }

    /// <summary>Another server has to be the survivors' witness.</summary>
    public bool NeedsWitness => Survivors.Count > 0 && IsWitnessNeeded(Survivors.Count);

    /// <summary>
    /// Restore-DatabaseAvailabilityGroup takes an alternate witness when the survivors are even in number or
    /// one (its reference, 2026).
    /// </summary>
    internal static bool IsWitnessNeeded(int survivors) => survivors == 1 || survivors % 2 == 0;

    /// <summary>
    /// The server that takes the witness's place, by its full name; null when the survivors need none, or
    /// when the domain's owner has to name one.
    /// </summary>
    public required string? AlternateWitness { get; init; }

    /// <summary>
    /// The domain controller that is the alternate witness, in an emergency and with its rights taken back
    /// afterwards; null when another server is.
    /// </summary>
    public required HostPlan? WitnessController { get; init; }

    /// <summary>What an operator types to say which members are gone.</summary>
    public required string Confirmation { get; init; }

    /// <summary>There is a document that runs the commands.</summary>
    public bool HasDocument => LostMembers.Count > 0;

    /// <summary>The commands in their order, as one would type them by hand.</summary>
    public required IReadOnlyList<RecoveryCommand> Commands { get; init; }
}
