using System.Globalization;
using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>How steps are named and put together, whatever server they are for.</summary>
internal static class ServerSteps
{
    public static StepPlan Step(
        StepTarget target, string name, string script, int minutes, IEnumerable<string> after,
        IEnumerable<(string Name, StepArgument Argument)> arguments) => new()
        {
            Id = Id(target, name),
            Target = target,
            Script = script,
            Arguments = arguments.ToDictionary(argument => argument.Name, argument => argument.Argument),
            After = [.. after],
            Minutes = minutes,
        };

    public static string Id(StepTarget target, string name) => $"{target.Name.ToLowerInvariant()}-{name}";

    /// <summary>What Server/Initialize-DataVolume is told of a volume.</summary>
    public static (string Name, StepArgument Argument)[] VolumeArguments(VolumePlan volume) =>
    [
        ("VolumeId", StepArgument.VolumeId(volume)),
        ("DriveLetter", StepArgument.Of(volume.DriveLetter.ToString())),
        ("Label", StepArgument.Of(volume.Name)),
        ("FileSystem", StepArgument.Of(volume.FileSystem == FileSystem.ReFS ? "ReFS" : "NTFS")),
        ("AllocationUnitBytes",
            StepArgument.Of(volume.AllocationUnitBytes.ToString(CultureInfo.InvariantCulture))),
    ];
}
