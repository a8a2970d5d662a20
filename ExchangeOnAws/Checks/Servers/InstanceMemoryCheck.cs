using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Members and Edge servers have the memory that Microsoft recommends.</summary>
internal sealed class InstanceMemoryCheck : ICheck
{
    // Microsoft, "Exchange Server system requirements", Memory (2021, unchanged for Subscription Edition).
    private const int MailboxGiB = 128;
    private const int EdgeGiB = 64;

    // The same page for Exchange 2016, the last to name a number below which the role is not supported.
    private const int LeastGiB = 8;

    public IReadOnlyList<string> Subjects { get; } =
        ["mailbox.instanceType", "edge.instanceType", "edge.servers"];

    public IEnumerable<Finding> Run(DeploymentPlan plan) =>
    [
        .. Look(plan, HostRole.Mailbox, MailboxGiB, "r6i.4xlarge"),
        .. Look(plan, HostRole.Edge, EdgeGiB, "r6i.2xlarge"),
    ];

    private static IEnumerable<Finding> Look(
        DeploymentPlan plan, HostRole role, int recommended, string example)
    {
        var key = HostSettings.InstanceType(role);
        return plan.HostsOf(role)
            .Select(host => host.InstanceType)
            .Distinct()
            .Where(type => InstanceMemory.GiB(type) < recommended)
            .Select(type => InstanceMemory.GiB(type) < LeastGiB
                ? Finding.Error(key, $"{key} is {type}, which has {InstanceMemory.GiB(type)} GiB of memory; "
                    + $"Exchange does not run in less than {LeastGiB}. Use {example} or larger.")
                : Finding.Warning(key, $"{key} is {type}, which has {InstanceMemory.GiB(type)} GiB of "
                    + $"memory; Microsoft recommends {recommended}. Use {example} or larger where people "
                    + "depend on it."));
    }
}
