namespace ExchangeOnAws.Tests.Support;

/// <summary>Texts with asterisks, as IAM reads them.</summary>
internal static class Wildcards
{
    // arn, partition, service, region, account, and the resource with whatever colons it has.
    private const int Parts = 6;

    /// <summary>
    /// Some ARN matches both. Part by part: an account has no colon, whatever an asterisk would take.
    /// </summary>
    public static bool ArnsMeet(string one, string other)
    {
        var (first, second) = (one.Split(':', Parts), other.Split(':', Parts));
        return one == "*" || other == "*"
            || (first.Length == second.Length
                && first.Zip(second).All(pair => Meet(pair.First, pair.Second)));
    }

    /// <summary>Some text matches both.</summary>
    private static bool Meet(string one, string other)
    {
        // meets[i, j]: some text matches both from these positions on.
        var meets = new bool[one.Length + 1, other.Length + 1];
        for (var i = one.Length; i >= 0; i--)
        {
            for (var j = other.Length; j >= 0; j--)
            {
                var first = i < one.Length ? one[i] : '\0';
                var second = j < other.Length ? other[j] : '\0';
                meets[i, j] = (first, second) switch
                {
                    ('\0', '\0') => true,
                    ('*', '\0') => meets[i + 1, j],
                    ('\0', '*') => meets[i, j + 1],
                    ('*', _) => meets[i + 1, j] || meets[i, j + 1],
                    (_, '*') => meets[i, j + 1] || meets[i + 1, j],
                    _ => first == second && meets[i + 1, j + 1],
                };
            }
        }

        return meets[0, 0];
    }
}
