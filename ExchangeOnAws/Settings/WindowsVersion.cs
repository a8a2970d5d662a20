using System.Text.Json.Serialization;

namespace ExchangeOnAws.Settings;

/// <summary>A Windows Server release that Exchange or a domain controller can run on.</summary>
public enum WindowsVersion
{
    [JsonStringEnumMemberName("2019")]
    V2019,

    [JsonStringEnumMemberName("2022")]
    V2022,

    [JsonStringEnumMemberName("2025")]
    V2025,
}
