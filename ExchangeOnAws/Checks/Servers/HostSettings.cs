using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>The settings that give a kind of host its name and instance type.</summary>
internal static class HostSettings
{
    public static string Name(HostRole role) => role switch
    {
        HostRole.DomainController => "directory.namePrefix",
        HostRole.Gateway => "gateway.namePrefix",
        HostRole.Mailbox => "mailbox.namePrefix",
        HostRole.Witness => "mailbox.witnessName",
        HostRole.Edge => "edge.namePrefix",
        _ => throw NoSetting(role),
    };

    public static string InstanceType(HostRole role) => role switch
    {
        HostRole.DomainController => "directory.instanceType",
        HostRole.Gateway => "gateway.instanceType",
        HostRole.Mailbox => "mailbox.instanceType",
        HostRole.Witness => "mailbox.witnessInstanceType",
        HostRole.Edge => "edge.instanceType",
        _ => throw NoSetting(role),
    };

    /// <summary>
    /// The instance type of every kind of host that the plan has, with the setting it comes from.
    /// </summary>
    public static IEnumerable<(string Key, string InstanceType)> InstanceTypes(DeploymentPlan plan) =>
        plan.Hosts.Select(host => (InstanceType(host.Role), host.InstanceType)).Distinct();

    private static ArgumentOutOfRangeException NoSetting(HostRole role) =>
        new(nameof(role), role, "This kind of host has no such setting.");
}
