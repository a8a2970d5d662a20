using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Says how many virtual processors the servers take of each quota that an account has.</summary>
internal sealed class ProcessorQuotaCheck : ICheck
{
    // Amazon EC2 user guide, "Amazon EC2 On-Demand Instances", and the service's quotas in the AWS General
    // Reference (2026): an account begins with these and gets more by use or on request.
    private static readonly Quota[] s_quotas =
    [
        new("Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances", "L-1216C47A", "acdhimrtz", 5),
        new("Running On-Demand X instances", "L-7295265B", "x", 0),
    ];

    public IReadOnlyList<string> Subjects { get; } =
    [
        "mailbox.instanceType", "mailbox.witnessInstanceType", "directory.instanceType",
        "gateway.instanceType", "edge.instanceType",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan) =>
        s_quotas.Select(quota => Told(plan, quota)).OfType<Finding>();

    private static Finding? Told(DeploymentPlan plan, Quota quota)
    {
        var servers = plan.Hosts
            .Where(host => quota.Families.Contains(host.InstanceType[0], StringComparison.Ordinal))
            .Select(host => (Key: HostSettings.InstanceType(host.Role), host.InstanceType))
            .GroupBy(host => host)
            .Select(same => (
                same.Key.Key, same.Key.InstanceType, Count: same.Count(),
                Processors: InstanceProcessors.Of(same.Key.InstanceType) * same.Count()))
            .Where(same => same.Processors is not null)
            .ToArray();
        var total = servers.Sum(same => same.Processors);
        if (servers.Length == 0 || total <= quota.Default)
        {
            return null;
        }

        var parts = servers.Select(same => $"{same.Key} {same.Count} x {same.InstanceType}");
        return Finding.Info(servers.MaxBy(same => same.Processors).Key, $"The servers take {total} vCPUs "
            + $"({string.Join(", ", parts)}); the default quota is {quota.Default} and grows with use. "
            + $"Before the first deployment, look in Service Quotas at {quota.Name}, code {quota.Code}.");
    }

    private sealed record Quota(string Name, string Code, string Families, int Default);
}
