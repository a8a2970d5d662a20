using System.Reflection;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ExchangeOnAws.Reporting;

/// <summary>
/// One self-contained page: HTML that is well-formed XML too, with its style inside and nothing outside.
/// </summary>
internal static class HtmlPage
{
    private const string Style = "report.css";

    // Neither script nor anything from elsewhere, even if somebody managed to write it into the page.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    private static readonly string[] s_empty = ["meta", "br"];

    private static readonly XmlWriterSettings s_settings = new()
    {
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        OmitXmlDeclaration = true,
    };

    /// <summary>The page as text; the same content gives the same bytes.</summary>
    public static string Write(string title, params IEnumerable<object?> body)
    {
        var page = Tag.Of("html", Tag.With("lang", "en"), Head(title), Tag.Of("body", body));
        MakeWritable(page);
        var text = new StringBuilder("<!DOCTYPE html>\n");
        using (var writer = XmlWriter.Create(text, s_settings))
        {
            page.Save(writer);
        }

        return text.Append('\n').ToString();
    }

    private static XElement Head(string title) => Tag.Of(
        "head",
        Tag.Of("meta", Tag.With("charset", "utf-8")),
        Tag.Of("meta", Tag.With("http-equiv", "Content-Security-Policy"), Tag.With("content", Policy)),
        Tag.Of("meta", Tag.With("name", "viewport"),
            Tag.With("content", "width=device-width, initial-scale=1")),
        Tag.Of("meta", Tag.With("name", "color-scheme"), Tag.With("content", "light dark")),
        Tag.Of("title", title),
        Tag.Of("style", ReadStyle()));

    // A browser takes <div/> for an opening tag, and XML has no place for control characters.
    private static void MakeWritable(XElement page)
    {
        foreach (var element in page.DescendantsAndSelf())
        {
            foreach (var attribute in element.Attributes())
            {
                attribute.Value = Printable(attribute.Value);
            }

            if (element.IsEmpty && !s_empty.Contains(element.Name.LocalName))
            {
                element.Value = "";
            }
        }

        foreach (var text in page.DescendantNodes().OfType<XText>())
        {
            text.Value = Printable(text.Value);
        }
    }

    private static string Printable(string text) => text.All(XmlConvert.IsXmlChar)
        ? text
        : string.Concat(text.EnumerateRunes().Select(rune =>
            rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString()));

    private static string ReadStyle()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Style)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
