using System.Xml.Linq;

namespace ExchangeOnAws.Reporting;

/// <summary>A part of the page with its own heading, which the contents lead to.</summary>
/// <param name="Id">The anchor.</param>
/// <param name="Title">The heading.</param>
/// <param name="Content">What stands below it.</param>
internal sealed record PageSection(string Id, string Title, params IEnumerable<object?> Content)
{
    public XElement Element => Tag.Of(
        "section", Tag.With("id", Id), Tag.With("aria-labelledby", $"{Id}-heading"),
        Tag.Of("h2", Tag.With("id", $"{Id}-heading"), Title), Content);

    public XElement Link => Tag.Of("li", Tag.Of("a", Tag.With("href", $"#{Id}"), Title));
}
