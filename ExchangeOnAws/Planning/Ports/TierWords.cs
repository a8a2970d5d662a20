using System.Text.Json;

namespace ExchangeOnAws.Planning;

/// <summary>How tiers are called in names and in reports.</summary>
public static class TierWords
{
    /// <summary>The tier in lower case with hyphens, for example domain-controller.</summary>
    public static string Word(this Tier tier) => JsonNamingPolicy.KebabCaseLower.ConvertName(tier.ToString());

    /// <summary>The tier in lower case, for example domain controller.</summary>
    public static string Name(this Tier tier) => tier.Word().Replace('-', ' ');
}
