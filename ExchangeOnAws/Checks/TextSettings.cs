using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Checks;

/// <summary>A setting that is a text, found by its form: rules about ARNs miss none that is added.</summary>
/// <param name="Key">As it is typed in the stack file.</param>
/// <param name="Form">What kind of text it is.</param>
internal sealed record TextSettings(string Key, SettingForm Form)
{
    private Func<object, object?> Get { get; init; } = _ => null;

    public static IReadOnlyList<TextSettings> All { get; } =
        [.. Of(typeof(StackSettings), "", settings => settings)];

    /// <summary>The value, given or by default; null where there is none.</summary>
    public string? ValueIn(StackSettings settings) =>
        Get(settings) is string { Length: > 0 } text ? text : null;

    private static IEnumerable<TextSettings> Of(Type record, string path, Func<object, object?> owner)
    {
        foreach (var setting in SettingProperty.Of(record))
        {
            object? Get(object settings) => owner(settings) is { } present ? setting.Get(present) : null;
            if (setting.IsRecord)
            {
                foreach (var nested in Of(setting.Type, $"{path}{setting.Key}.", Get))
                {
                    yield return nested;
                }
            }
            else if (setting.Type == typeof(string))
            {
                yield return new($"{path}{setting.Key}", setting.Attribute.Form) { Get = Get };
            }
        }
    }
}
