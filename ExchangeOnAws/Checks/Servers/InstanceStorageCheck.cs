using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>The instance type has its own way to its volumes (EBS optimisation).</summary>
internal sealed class InstanceStorageCheck : ICheck
{
    // Amazon EC2 user guide, "EBS-optimized instance types" (2026): these are not by
    // default.
    private static readonly string[] s_withoutOptimization =
        ["c1", "c3", "cc2", "cr1", "g2", "hs1", "i2", "m1", "m2", "m3", "r3", "t1", "t2"];

    public IReadOnlyList<string> Subjects { get; } =
    [
        "directory.instanceType", "gateway.instanceType", "mailbox.instanceType",
        "mailbox.witnessInstanceType", "edge.instanceType",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan) => HostSettings.InstanceTypes(plan)
        .Select(host => (host.Key, host.InstanceType, Family: host.InstanceType.Split('.')[0]))
        .Where(host => s_withoutOptimization.Contains(host.Family))
        .Select(host => Finding.Error(host.Key, $"{host.Key} is {host.InstanceType}; {host.Family} is not "
            + "EBS-optimised, so disk and network traffic hold each other up. Use a family such as m6i, r6i "
            + "or t3."));
}
