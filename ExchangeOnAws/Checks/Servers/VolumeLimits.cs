using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Checks;

/// <summary>What AWS allows for a type of volume.</summary>
/// <param name="Smallest">Smallest size in GiB.</param>
/// <param name="Largest">Largest size in GiB.</param>
/// <param name="FewestIops">Fewest I/O operations per second; 0 where none are provisioned.</param>
/// <param name="MostIops">Most I/O operations per second.</param>
/// <param name="IopsPerGiB">Most I/O operations per second and GiB.</param>
/// <remarks>
/// Amazon EBS user guide, "Amazon EBS volume types" (gp3 since September 2025).
/// </remarks>
internal sealed record VolumeLimits(int Smallest, int Largest, int FewestIops, int MostIops, int IopsPerGiB)
{
    /// <summary>What a gp3 volume has when nothing is said.</summary>
    public const int DefaultIops = 3000;

    /// <summary>A gp3 volume has at most a quarter of a MiB/s per I/O operation per second.</summary>
    public const int IopsPerThroughput = 4;

    public const int MostThroughput = 2000;

    public static VolumeLimits Of(VolumeType type) => type switch
    {
        VolumeType.Gp3 => new(1, 65536, DefaultIops, 80000, 500),
        VolumeType.Io2 => new(4, 65536, 100, 256000, 1000),
        VolumeType.St1 => new(125, 16384, 0, 0, 0),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The limits of this volume type are "
            + "not known."),
    };
}
