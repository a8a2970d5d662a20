using Spectre.Console;

namespace ExchangeOnAws.Reporting;

/// <summary>The one look of tables in a text plan.</summary>
internal static class Tables
{
    public static Table Create(params IEnumerable<string> columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
        }

        return table;
    }
}
