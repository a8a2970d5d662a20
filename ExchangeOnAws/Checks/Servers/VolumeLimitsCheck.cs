using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Checks;

/// <summary>Size, I/O operations and throughput of a volume lie within its type's limits.</summary>
internal sealed class VolumeLimitsCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["mailbox.databaseVolume", "mailbox.logVolume"];

    public IEnumerable<Finding> Run(DeploymentPlan plan) =>
    [
        .. Look("mailbox.databaseVolume", plan.Settings.Mailbox.DatabaseVolume),
        .. Look("mailbox.logVolume", plan.Settings.Mailbox.LogVolume),
    ];

    private static IEnumerable<Finding> Look(string key, VolumeSettings volume)
    {
        var limits = VolumeLimits.Of(volume.Type);
        var type = SettingValue.Write(volume.Type);
        if (volume.SizeGiB < limits.Smallest || volume.SizeGiB > limits.Largest)
        {
            yield return Finding.Error($"{key}.sizeGiB", $"{key}.sizeGiB is {volume.SizeGiB}; AWS allows "
                + $"{limits.Smallest} to {limits.Largest} for {type}. Use a size in that range, or another "
                + $"{key}.type.");
        }

        if (volume.Iops is { } iops && limits.MostIops > 0)
        {
            var most = Math.Min((long)limits.MostIops, (long)limits.IopsPerGiB * volume.SizeGiB);
            if (iops < limits.FewestIops || iops > most)
            {
                yield return Finding.Error($"{key}.iops", $"{key}.iops is {iops}; AWS allows "
                    + $"{limits.FewestIops} to {most} for {type} of {volume.SizeGiB} GiB. Use a number in "
                    + $"that range, or a larger {key}.sizeGiB.");
            }
        }

        if (volume is { Type: VolumeType.Gp3, ThroughputMiBps: { } throughput })
        {
            var provisioned = volume.Iops ?? VolumeLimits.DefaultIops;
            var most = Math.Min(VolumeLimits.MostThroughput, provisioned / VolumeLimits.IopsPerThroughput);
            if (throughput > most)
            {
                yield return Finding.Error($"{key}.throughputMiBps", $"{key}.throughputMiBps is "
                    + $"{throughput}; AWS allows {most} for gp3 with {provisioned} IOPS. Use {most} or less, "
                    + $"or set {key}.iops to {throughput * VolumeLimits.IopsPerThroughput}.");
            }
        }
    }
}
