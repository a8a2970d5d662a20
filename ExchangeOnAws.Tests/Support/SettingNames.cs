using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Tests.Support;

/// <summary>The settings as they are written in texts: mailbox.media.sha256.</summary>
internal static class SettingNames
{
    /// <summary>Areas and all that is in them.</summary>
    public static IReadOnlySet<string> All { get; } = Below(typeof(StackSettings), "").ToHashSet();

    private static IEnumerable<string> Below(Type record, string path)
    {
        foreach (var property in SettingProperty.Of(record))
        {
            var name = path + property.Key;
            yield return name;
            if (property.IsRecord)
            {
                foreach (var inner in Below(property.Type, $"{name}."))
                {
                    yield return inner;
                }
            }
        }
    }
}
