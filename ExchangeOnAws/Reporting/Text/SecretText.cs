using ExchangeOnAws.Planning;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExchangeOnAws.Reporting;

/// <summary>The secrets that Secrets Manager generates, by name and never by value.</summary>
internal static class SecretText
{
    /// <summary>What stands for the account of a secret that has none.</summary>
    public const string Filled = "none: a step fills it";

    public static IRenderable Of(IReadOnlyList<SecretPlan> secrets)
    {
        if (secrets.Count == 0)
        {
            return new Text("None are generated; the existing domain brings its accounts.");
        }

        var table = Tables.Create("Secret", "Account", "Purpose");
        foreach (var secret in secrets)
        {
            table.AddRow(
                new Text(secret.Name), new Text(secret.UserName ?? Filled),
                new Text(secret.Purpose));
        }

        return table;
    }
}
