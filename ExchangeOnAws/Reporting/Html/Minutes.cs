namespace ExchangeOnAws.Reporting;

/// <summary>How pages speak of time.</summary>
internal static class Minutes
{
    /// <summary>For example 3 h 51 min.</summary>
    public static string InWords(int minutes) => (minutes / 60, minutes % 60) switch
    {
        (0, var rest) => $"{rest} min",
        (var hours, 0) => $"{hours} h",
        var (hours, rest) => $"{hours} h {rest} min",
    };
}
