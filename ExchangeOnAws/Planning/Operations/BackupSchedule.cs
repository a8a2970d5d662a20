using System.Globalization;

namespace ExchangeOnAws.Planning;

/// <summary>An AWS cron expression some hours later, on the next day where midnight is in between.</summary>
/// <remarks>
/// Fields: minutes, hours, day of month, month, day of week (1 or SUN to 7 or SAT), year. One of both days
/// is a question mark (EventBridge user guide, "Cron expressions").
/// </remarks>
internal static class BackupSchedule
{
    private static readonly string[] s_days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>The later expression; null when no expression says it.</summary>
    public static string? Later(string schedule, int hours)
    {
        if (hours == 0)
        {
            return schedule;
        }

        if (Fields(schedule) is not [var minutes, var hour, var date, var month, var day, var year]
            || !int.TryParse(hour, CultureInfo.InvariantCulture, out var first))
        {
            return null;
        }

        var isNextDay = first + hours >= 24;
        hour = ((first + hours) % 24).ToString(CultureInfo.InvariantCulture);
        if (!isNextDay || IsEveryDay(date, month, day, year))
        {
            return $"cron({minutes} {hour} {date} {month} {day} {year})";
        }

        // The day after the last of a month may be of the next month or year, which no field can say.
        return date is "?" or "*" && month == "*" && year == "*" && NextDays(day) is { } next
            ? $"cron({minutes} {hour} {date} {month} {next} {year})"
            : null;
    }

    private static string[] Fields(string schedule) =>
        schedule.StartsWith("cron(", StringComparison.Ordinal) && schedule.EndsWith(')')
            ? schedule[5..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            : [];

    // The time after midnight then follows the evening before it, every day anew.
    private static bool IsEveryDay(string date, string month, string day, string year) =>
        date is "*" or "?" && month == "*" && day is "*" or "?" && year == "*";

    // MON,WED-FRI as TUE,THU,FRI,SAT; null for the last and the nth day of a month.
    private static string? NextDays(string days)
    {
        var next = new List<string>();
        foreach (var part in days.Split(','))
        {
            int?[] ends = [.. part.Split('-').Select(IndexOf)];
            if (ends is not ([{ }] or [{ }, { }]))
            {
                return null;
            }

            var last = ends[^1]!.Value;
            for (var day = ends[0]!.Value; ; day = (day + 1) % s_days.Length)
            {
                next.Add(s_days[(day + 1) % s_days.Length]);
                if (day == last)
                {
                    break;
                }
            }
        }

        return string.Join(',', next.Distinct());
    }

    private static int? IndexOf(string day) =>
        Array.IndexOf(s_days, day.ToUpperInvariant()) is >= 0 and var index
            ? index
            : int.TryParse(day, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 7
                ? number - 1
                : null;
}
