namespace ExchangeOnAws.Planning;

/// <summary>What follows from what a host is for.</summary>
public static class HostRoles
{
    /// <summary>Where hosts of the role stand: those that the internet reaches, in public subnets.</summary>
    public static SubnetTier SubnetTier(this HostRole role) => role is HostRole.Gateway or HostRole.Edge
        ? Planning.SubnetTier.Public
        : Planning.SubnetTier.Private;

    /// <summary>Edge servers stay in a workgroup, so that who takes one has nothing of the domain.</summary>
    public static bool JoinsDomain(this HostRole role) => role != HostRole.Edge;

    /// <summary>
    /// Servers of the role have the CloudWatch agent: those with a name. Gateways come and go, and nobody
    /// would look for the metrics of one that is gone.
    /// </summary>
    public static bool HasCloudWatchAgent(this HostRole role) => role != HostRole.Gateway;

    /// <summary>The tier whose rows of the port table are the role's.</summary>
    public static Tier PortTier(this HostRole role) => role switch
    {
        HostRole.DomainController => Tier.DomainController,
        HostRole.Gateway => Tier.Gateway,
        HostRole.Mailbox => Tier.Mailbox,
        HostRole.Witness => Tier.Witness,
        HostRole.Edge => Tier.Edge,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "This role has no tier."),
    };
}
