using System.Globalization;
using System.Xml.Linq;

namespace ExchangeOnAws.Reporting;

/// <summary>Minutes from left to right, in percent of a picture's width: it fits any screen.</summary>
internal sealed class TimeAxis(int total)
{
    private const int MostTicks = 8;

    private static readonly int[] s_steps = [1, 5, 10, 15, 30, 60, 120, 240, 480, 960];

    // The last bit of the width is for the bars' outlines.
    private double PercentPerMinute { get; } = 99.5 / Math.Max(1, total);

    public int Total => total;

    public string At(int minute) => Percent(minute * PercentPerMinute);

    public string Long(int minutes) => Percent(minutes * PercentPerMinute);

    /// <summary>Lines over the height of a picture with their minutes above.</summary>
    public IEnumerable<XElement> Draw(double height) => Ticks().SelectMany(minute => new[]
    {
        Tag.Of(
            "line", Tag.Class("tick"), Tag.With("x1", At(minute)), Tag.With("x2", At(minute)),
            Tag.With("y1", 18), Tag.With("y2", height)),
        Tag.Of(
            "text", Tag.Class(minute == 0 ? "minute" : "minute middle"), Tag.With("x", At(minute)),
            Tag.With("y", 12), minute.ToString(CultureInfo.InvariantCulture)),
    });

    // No tick close to the end: its number would leave the picture.
    private IEnumerable<int> Ticks()
    {
        var step = s_steps.FirstOrDefault(step => total / step < MostTicks, s_steps[^1]);
        return Enumerable.Range(0, (total / step) + 1)
            .Select(tick => tick * step)
            .Where(minute => minute == 0 || minute < 0.97 * total);
    }

    private static string Percent(double value) =>
        Math.Round(value, 3).ToString(CultureInfo.InvariantCulture) + "%";
}
