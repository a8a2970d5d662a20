using System.Text.RegularExpressions;

namespace ExchangeOnAws.Values;

/// <summary>What AWS takes as the name of one kind of resource.</summary>
/// <param name="Type">The type's token, for example aws:backup/vault:Vault.</param>
/// <param name="Property">The input that holds the name.</param>
/// <param name="Least">The fewest characters.</param>
/// <param name="Most">The most characters.</param>
/// <param name="Pattern">What the whole name matches.</param>
/// <param name="Source">Where AWS says so.</param>
/// <param name="IsMadeByProvider">
/// A name that nobody gives is made of the resource's own and random digits, for example
/// storage-bucket-0a1b2c3.
/// </param>
public sealed record AwsNameRule(
    string Type, string Property, int Least, int Most, Regex Pattern, string Source,
    bool IsMadeByProvider = false)
{
    /// <summary>Why AWS refuses the name; null when it takes it.</summary>
    public string? RefusalOf(string name) =>
        name.Length < Least || name.Length > Most
            ? $"{name} has {name.Length} characters, and {Type} takes {Least} to {Most} ({Source})"
            : Pattern.IsMatch(name) ? null : $"{name} has a character that {Type} refuses ({Source})";

    /// <summary>
    /// A name's beginning as it is, or changed as little as AWS needs: a hyphen in place of what AWS
    /// refuses, cut so that <paramref name="reserved"/> characters fit behind it.
    /// </summary>
    /// <remarks>
    /// What is cut need not stay unique: what comes behind it is.
    /// </remarks>
    public string Fit(string beginning, int reserved)
    {
        if (beginning.Length + reserved <= Most && Pattern.IsMatch(beginning))
        {
            return beginning;
        }

        var allowed = string.Concat(beginning.Select(letter =>
            Pattern.IsMatch($"{Sample}{letter}{Sample}") ? letter : '-'));
        return allowed.Length + reserved <= Most ? allowed : allowed[..(Most - reserved)].TrimEnd('-');
    }

    // Every pattern takes these, and some take a letter only between others.
    private string Sample => Property == "namePrefix" ? "alias/a" : "aaa";
}
