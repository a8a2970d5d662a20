using System.Xml.Linq;

namespace ExchangeOnAws.Reporting;

/// <summary>
/// Tables that become a list of cards on a narrow screen, unless they have two columns only. The roles say
/// to assistive technology what they are when the style lays them out in another way.
/// </summary>
internal static class TableHtml
{
    /// <param name="caption">What the table lists, for those who jump from table to table.</param>
    /// <param name="columns">The headings; the first column names its row.</param>
    /// <param name="rows">Cells, each a text or an element.</param>
    public static XElement Of(
        string caption, IReadOnlyList<object> columns, IEnumerable<IReadOnlyList<object>> rows) => Tag.Of(
        "table", Role("table"), columns.Count > 2 ? Tag.Class("cards") : null,
        Tag.Of("caption", Tag.Class("hidden"), caption),
        Tag.Of("thead", Role("rowgroup"), Tag.Of("tr", Role("row"), columns.Select(Heading))),
        Tag.Of("tbody", Role("rowgroup"), rows.Select(cells => Row(columns, cells))));

    private static XElement Heading(object column) =>
        Tag.Of("th", Tag.With("scope", "col"), Role("columnheader"), column);

    private static XElement Row(IReadOnlyList<object> columns, IReadOnlyList<object> cells) => Tag.Of(
        "tr", Role("row"),
        cells.Select((cell, index) => index == 0
            ? Tag.Of("th", Tag.With("scope", "row"), Role("rowheader"), cell)
            : Tag.Of("td", Role("cell"), Label(columns[index]), Tag.Of("div", cell))));

    private static XAttribute Label(object column) =>
        Tag.With("data-label", column is XElement element ? element.Value : $"{column}");

    private static XAttribute Role(string role) => Tag.With("role", role);
}
