using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>The secrets that Secrets Manager generates, by name and never by value.</summary>
internal static class SecretHtml
{
    public static PageSection Of(IReadOnlyList<SecretPlan> secrets) => new(
        "secrets", "Secrets",
        secrets.Count == 0
            ? Tag.Paragraph("None are generated; the existing domain brings its accounts.")
            : TableHtml.Of(
                "Secrets", ["Secret", "Account", "Purpose"],
                secrets.Select(secret => new object[]
                {
                    secret.Name, secret.UserName ?? SecretText.Filled, secret.Purpose,
                })));
}
