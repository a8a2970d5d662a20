namespace ExchangeOnAws.Planning;

/// <summary>Where a step runs: one server, or every server that an Auto Scaling group launches.</summary>
/// <param name="Name">The host's name, or the tier's word, for example gateway.</param>
/// <param name="Role">What the server is for; its role in AWS follows from it.</param>
/// <param name="IsGroup">
/// The servers come and go: all steps of the group are one document, so that a server launched later runs
/// them in order.
/// </param>
public sealed record StepTarget(string Name, HostRole Role, bool IsGroup)
{
    public static StepTarget Of(HostPlan host) => new(host.Name, host.Role, IsGroup: false);
}

/// <summary>One state of one server, brought about by one script.</summary>
public sealed record StepPlan
{
    /// <summary>Unique in the deployment: the target and what is done, for example dca1-forest.</summary>
    public required string Id { get; init; }

    public required StepTarget Target { get; init; }

    /// <summary>The script's path below Scripts, for example Directory/Install-Forest.</summary>
    public required string Script { get; init; }

    /// <summary>What documents, plans and reports call the script, wherever its file lies.</summary>
    public string ShippedName => ShippedNames.Of(Script);

    /// <summary>What the script is told, by the name of its parameter.</summary>
    public required IReadOnlyDictionary<string, StepArgument> Arguments { get; init; }

    /// <summary>Ids of the steps that end before this one starts.</summary>
    public required IReadOnlyList<string> After { get; init; }

    /// <summary>How long it takes when nothing is wrong, restarts included.</summary>
    public required int Minutes { get; init; }

    /// <summary>
    /// The script may wait longer than an hour in all, for replication or for a copy to be seeded.
    /// </summary>
    public bool WaitsLong { get; init; }

    /// <summary>
    /// After how long it has failed: four times its time, and an hour at least, within which every wait of a
    /// script ends by itself and says what it waited for.
    /// </summary>
    public int TimeoutMinutes =>
        WaitsLong ? LongestTimeoutMinutes : Math.Clamp(4 * Minutes, 60, LongestTimeoutMinutes);

    /// <summary>The longest that one document may take.</summary>
    /// <remarks>
    /// Less than the two hours after which State Manager gives an association up (amazon-ssm-agent, 2024).
    /// </remarks>
    public const int LongestTimeoutMinutes = 110;
}
