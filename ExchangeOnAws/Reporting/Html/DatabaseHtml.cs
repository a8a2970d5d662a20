using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>Every database with the members that hold its copies.</summary>
internal static class DatabaseHtml
{
    public static PageSection Of(ClusterPlan cluster) => new(
        "databases", "Databases",
        Tag.Paragraph("Other copies are in the order in which they take over."),
        TableHtml.Of(
            "Databases", ["Database", "Mounted on", "Other copies"],
            cluster.Databases.Select(database => new object[]
            {
                database.Name, database.Copies[0].Member,
                string.Join(", ", database.Copies.Skip(1).Select(copy => copy.Member).DefaultIfEmpty("–")),
            })));
}
