namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>An Elastic IP address and who has it.</summary>
public sealed record SimulatedAddress(string AllocationId, string PublicIp)
{
    public string? InstanceId { get; set; }
}

/// <summary>What EC2, Auto Scaling and the instance metadata service answer.</summary>
public sealed class SimulatedCloud
{
    public const string Token = "AQAEA-metadata-token";

    public string InstanceId { get; set; } = "i-0a1b2c3d4e5f60718";

    public string Region { get; set; } = "eu-west-1";

    public List<SimulatedAddress> Addresses { get; } = [];

    /// <summary>Instance ids by Auto Scaling group.</summary>
    public Dictionary<string, List<string>> Groups { get; } = [];

    /// <summary>
    /// What another host does between this host's look at an address and its request for it.
    /// </summary>
    public Action<SimulatedAddress>? Meanwhile { get; set; }

    /// <summary>
    /// The host's way out changes with its address: an answer can be lost after EC2 has acted.
    /// </summary>
    public bool LosesAnswers { get; set; }

    public void Associate(SimulatedAddress address, bool takesOver)
    {
        Meanwhile?.Invoke(address);
        if (address.InstanceId is { } holder && holder != InstanceId && !takesOver)
        {
            throw CommandException.Terminating(
                $"resource {address.AllocationId} is already associated with associate-id eipassoc-1");
        }

        // An instance has one address: the one it had before is free again.
        foreach (var before in Addresses.Where(other => other.InstanceId == InstanceId))
        {
            before.InstanceId = null;
        }

        address.InstanceId = InstanceId;
        if (LosesAnswers)
        {
            throw CommandException.Terminating("The operation has timed out.");
        }
    }
}
