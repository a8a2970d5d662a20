using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Checks;

/// <summary>A volume has the options of its type, and those its type cannot do without.</summary>
internal sealed class VolumeOptionsCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
    [
        "mailbox.databaseVolume.type", "mailbox.databaseVolume.iops",
        "mailbox.databaseVolume.throughputMiBps", "mailbox.logVolume.type", "mailbox.logVolume.iops",
        "mailbox.logVolume.throughputMiBps",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan) =>
    [
        .. Look("mailbox.databaseVolume", plan.Settings.Mailbox.DatabaseVolume),
        .. Look("mailbox.logVolume", plan.Settings.Mailbox.LogVolume),
    ];

    private static IEnumerable<Finding> Look(string key, VolumeSettings volume)
    {
        if (volume is { Type: VolumeType.Io2, Iops: null })
        {
            yield return Finding.Error($"{key}.iops", $"{key}.iops is not set and {key}.type is io2, which "
                + $"has no default. Set {key}.iops, or use gp3.");
        }

        if (volume is { Type: VolumeType.St1, Iops: { } iops })
        {
            yield return Finding.Error($"{key}.iops", $"{key}.iops is {iops} and {key}.type is st1, which "
                + $"has none to provision. Remove {key}.iops, or use gp3 or io2.");
        }

        if (volume is { Type: not VolumeType.Gp3, ThroughputMiBps: { } throughput })
        {
            yield return Finding.Error($"{key}.throughputMiBps", $"{key}.throughputMiBps is {throughput} and "
                + $"{key}.type is {SettingValue.Write(volume.Type)}, which has none to provision. Remove "
                + $"{key}.throughputMiBps, or use gp3.");
        }
    }
}
