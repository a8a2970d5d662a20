using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>The Amazon Machine Image a server starts from.</summary>
/// <param name="PinnedId">The image, when the stack file names one.</param>
/// <param name="Parameter">The public parameter that holds the newest image's id.</param>
public sealed record ImagePlan(string? PinnedId, string Parameter)
{
    internal static ImagePlan Of(WindowsVersion version, string? pinnedId) => new(
        pinnedId,
        $"/aws/service/ami-windows-latest/Windows_Server-{SettingValue.Write(version)}-English-Full-Base");
}
