namespace ExchangeOnAws.Reporting.Diff;

/// <summary>Two long values in a few words, from shortly before the place where they part.</summary>
internal static class ShortValue
{
    private const int Longest = 60;

    // So much of what both begin with says where the difference is.
    private const int Before = 12;

    public static (string? Old, string? New) Pair(string? old, string? present)
    {
        var common = old is null || present is null || Math.Max(old.Length, present.Length) <= Longest
            ? 0
            : old.Zip(present).TakeWhile(pair => pair.First == pair.Second).Count();
        var start = old == present ? 0 : Math.Max(0, common - Before);
        return (Cut(old, start), Cut(present, start));
    }

    private static string? Cut(string? value, int start)
    {
        if (value is null)
        {
            return null;
        }

        var from = Math.Min(start, value.Length);
        var cut = value.Length - from > Longest;
        var text = value.Substring(from, cut ? Longest - 1 : value.Length - from).ReplaceLineEndings(" ");
        return $"{(from > 0 ? "…" : "")}{text}{(cut ? "…" : "")}";
    }
}
