namespace ExchangeOnAws.Settings;

/// <summary>
/// What the configuration reference says of a setting, and the range its value must lie in.
/// </summary>
/// <param name="description">One or two sentences: what the setting decides, and its unit.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(string description) : Attribute
{
    public string Description { get; } = description;

    /// <summary>The setting has no default: only the user can know it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>
    /// A value of the right form, for the message and the reference; planning goes on with it when a required
    /// value is missing, so that the other findings are not lost.
    /// </summary>
    public string? Example { get; init; }

    /// <summary>The form of a text, or of every text in a list.</summary>
    public SettingForm Form { get; init; }

    /// <summary>How the reference words a default that is derived from other settings.</summary>
    public string? DerivedDefault { get; init; }

    /// <summary>The smallest number, or the smallest count of a list.</summary>
    public int Minimum { get; init; } = int.MinValue;

    /// <summary>The largest number, or the largest count of a list.</summary>
    public int Maximum { get; init; } = int.MaxValue;

    /// <summary>Where the range comes from, for the message: the vendor and what it says.</summary>
    public string? RangeReason { get; init; }
}
