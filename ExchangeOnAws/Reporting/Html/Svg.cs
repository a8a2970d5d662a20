using System.Xml.Linq;

namespace ExchangeOnAws.Reporting;

/// <summary>The shapes that pictures are drawn of; the page's style gives them their colours.</summary>
internal static class Svg
{
    /// <summary>A picture with a name and a description for those who cannot see it.</summary>
    public static XElement Picture(
        string id, string title, string description, params IEnumerable<object?> content) => Tag.Of(
        "svg", Tag.With("role", "img"), Tag.With("aria-labelledby", $"{id}-title {id}-description"),
        Tag.Of("title", Tag.With("id", $"{id}-title"), title),
        Tag.Of("desc", Tag.With("id", $"{id}-description"), description), content);

    public static XElement Box(
        string style, double left, double top, double width, double height, double radius = 6) => Tag.Of(
        "rect", Tag.Class(style), Tag.With("x", left), Tag.With("y", top), Tag.With("width", width),
        Tag.With("height", height), Tag.With("rx", radius));

    public static XElement Text(string style, double left, double top, string text) => Tag.Of(
        "text", Tag.Class(style), Tag.With("x", left), Tag.With("y", top), text);

    public static XElement Line(string style, double left, double top, double right, double bottom) => Tag.Of(
        "line", Tag.Class(style), Tag.With("x1", left), Tag.With("y1", top), Tag.With("x2", right),
        Tag.With("y2", bottom));

    public static XElement Dot(string style, double left, double top) => Tag.Of(
        "circle", Tag.Class(style), Tag.With("cx", left), Tag.With("cy", top), Tag.With("r", 3.5));

    /// <summary>An arrowhead with its point here, upwards or downwards.</summary>
    public static XElement Head(double left, double top, bool pointsDown)
    {
        var foot = pointsDown ? -8 : 8;
        return Tag.Of("path", Tag.Class("head"), Tag.With("d", FormattableString.Invariant(
            $"M{left:0.#} {top:0.#}l-5 {foot}h10z")));
    }

    /// <summary>
    /// A text's width that no system font of this size exceeds by much; wide fonts have six tenths of it.
    /// </summary>
    public static double WidthOf(string text, double fontSize) => text.Length * fontSize * 0.61;
}
