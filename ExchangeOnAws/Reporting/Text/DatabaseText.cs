using System.Globalization;
using ExchangeOnAws.Planning;
using Spectre.Console;

namespace ExchangeOnAws.Reporting;

/// <summary>Every database with the members that hold its copies.</summary>
internal static class DatabaseText
{
    public static Table Of(ClusterPlan cluster)
    {
        var copies = cluster.Databases.Max(database => database.Copies.Count);
        string[] columns =
        [
            "Database", "Mounted on",
            .. Enumerable.Range(2, copies - 1)
                .Select(copy => copy.ToString(CultureInfo.InvariantCulture) + ". copy"),
        ];
        var table = Tables.Create(columns);
        foreach (var database in cluster.Databases)
        {
            table.AddRow([database.Name, .. database.Copies.Select(copy => copy.Member)]);
        }

        return table;
    }
}
