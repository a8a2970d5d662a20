using static ExchangeOnAws.Planning.ServerSteps;

namespace ExchangeOnAws.Planning;

/// <summary>
/// The steps by which a lost member makes room for its new server, which has the same name: out of the group,
/// and a computer account that it can join with. What follows is what every member goes through.
/// </summary>
internal sealed class RebuildSteps(ClusterPlan cluster, DirectoryPlan directory)
{
    public IEnumerable<StepPlan> Plan() => cluster.Survivor is { } survivor
        ? cluster.Rebuilt.SelectMany(lost => Of(lost, survivor))
        : [];

    /// <summary>The steps after which the new server can join the domain; none for other members.</summary>
    public IEnumerable<string> BeforeJoining(HostPlan member) =>
        Plan().Where(step => step.Id.EndsWith($"-{Word(member)}", StringComparison.Ordinal))
            .Select(step => step.Id);

    // The owner of an existing domain resets the account.
    private IEnumerable<StepPlan> Of(HostPlan lost, HostPlan survivor)
    {
        var removal = Step(
            survivor, $"remove-{Word(lost)}", "Recovery/Remove-LostMember", minutes: 3, after: [],
            ("DagName", StepArgument.Of(cluster.DagName)),
            ("Server", StepArgument.Of(lost.Name)),
            ("InstanceId", StepArgument.InstanceId(lost)));
        yield return removal;
        if (directory.DomainControllers.Count > 0)
        {
            yield return Step(directory.DomainControllers[0], $"reset-{Word(lost)}",
                "Recovery/Reset-ComputerAccount", minutes: 2, [removal.Id],
                ("DomainName", StepArgument.Of(directory.DomainName)),
                ("Server", StepArgument.Of(lost.Name)),
                ("OrganizationalUnit", StepArgument.Of(directory.OrganizationalUnit)),
                ("JoinSecretArn", StepArgument.SecretArn(SecretPlan.Join)),
                ("InstanceId", StepArgument.InstanceId(lost)));
        }
    }

    private static string Word(HostPlan member) => member.Name.ToLowerInvariant();
}
