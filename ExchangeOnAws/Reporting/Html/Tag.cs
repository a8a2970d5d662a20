using System.Globalization;
using System.Xml.Linq;

namespace ExchangeOnAws.Reporting;

/// <summary>Short forms for the elements of a page; the XML writer encodes every text in them.</summary>
internal static class Tag
{
    public static XElement Of(string name, params IEnumerable<object?> content) => new(name, content);

    public static XAttribute With(string name, string value) => new(name, value);

    public static XAttribute With(string name, double value) =>
        new(name, Math.Round(value, 2).ToString(CultureInfo.InvariantCulture));

    public static XAttribute Class(string names) => new("class", names);

    public static XElement Paragraph(params IEnumerable<object?> content) => Of("p", content);

    public static XElement Code(string text) => Of("code", text);

    /// <summary>Words that only people who cannot see the page need.</summary>
    public static XElement Hidden(string text) => Of("span", Class("hidden"), text);

    /// <summary>A sign that repeats in a glance what words beside it say.</summary>
    public static XElement Sign(string text) => Of("span", Class("sign"), With("aria-hidden", "true"), text);

    /// <summary>Content that folds away without any script.</summary>
    public static XElement Fold(bool isOpen, object summary, params IEnumerable<object?> content) => Of(
        "details", isOpen ? With("open", "open") : null, Of("summary", summary), content);
}
