using System.Net;

namespace ExchangeOnAws.Planning;

/// <summary>What a host is for.</summary>
public enum HostRole
{
    DomainController,
    Gateway,
    Mailbox,
    Witness,
    Edge,
}

/// <summary>One Windows server.</summary>
/// <param name="Name">Computer name, at most 15 characters; for a gateway, its place in the Auto Scaling
/// group.</param>
/// <param name="Role">What it is for.</param>
/// <param name="Zone">The zone's name.</param>
/// <param name="PrivateIp">Its fixed address; null where Auto Scaling chooses one.</param>
/// <param name="InstanceType">The EC2 instance type.</param>
public sealed record HostPlan(
    string Name, HostRole Role, string Zone, IPAddress? PrivateIp, string InstanceType);
