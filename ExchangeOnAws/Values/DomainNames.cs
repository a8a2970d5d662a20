namespace ExchangeOnAws.Values;

/// <summary>What DNS names say about one another.</summary>
internal static class DomainNames
{
    /// <summary>mail.example.com lies in example.com.</summary>
    public static string ParentOf(string name) => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];

    /// <summary>The name is the domain or lies below it.</summary>
    public static bool IsWithin(string name, string domain) =>
        name.Equals(domain, StringComparison.OrdinalIgnoreCase)
        || name.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
}
