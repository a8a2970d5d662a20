namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A domain controller that others run.</summary>
public sealed class SimulatedController(string name, string address, string site)
{
    public string Name => name;

    public string Address => address;

    public string Site { get; set; } = site;

    /// <summary>2012 R2 is 6.3 (9600), 2022 is 10.0 (20348), 2025 is 10.0 (26100).</summary>
    public string Version { get; set; } = "10.0 (20348)";

    public bool IsGlobalCatalog { get; set; } = true;

    public bool IsReadOnly { get; set; }

    /// <summary>Whether the SRV records name it.</summary>
    public bool IsPublished { get; set; } = true;

    public HashSet<int> ClosedPorts { get; } = [];
}

/// <summary>An object of the directory: its distinguished name and attributes.</summary>
public sealed class LdapEntry(string distinguishedName, string kind)
{
    public string DistinguishedName { get; set; } = distinguishedName;

    public Dictionary<string, object> Attributes { get; } =
        new(StringComparer.OrdinalIgnoreCase) { ["objectClass"] = kind };

    public string Name => DistinguishedName.Split(',')[0].Split('=')[1];

    public IReadOnlyList<string> Values(string attribute) => attribute.ToUpperInvariant() switch
    {
        "CN" or "NAME" => [Name],
        "DISTINGUISHEDNAME" => [DistinguishedName],
        _ => Attributes.GetValueOrDefault(attribute) switch
        {
            null => [],
            IEnumerable<string> many => [.. many],
            var value => [$"{value}"],
        },
    };
}

/// <summary>A domain that others run, asked over the network with a domain account.</summary>
public sealed class SimulatedExistingDomain
{
    public const string Sid = "S-1-5-21-7-8-9";

    public string DomainName { get; set; } = "";

    public string NetBiosName { get; set; } = "";

    /// <summary>Distinguished name of the domain.</summary>
    public string Root { get; set; } = "";

    /// <summary>Distinguished name of the forest's root domain.</summary>
    public string ForestRoot { get; set; } = "";

    public string Configuration => $"CN=Configuration,{ForestRoot}";

    public string SchemaMaster { get; set; } = "";

    public TimeSpan ClockSkew { get; set; }

    /// <summary>Before, there is no route to it.</summary>
    public DateTime ReachableAt { get; set; }

    public List<SimulatedController> Controllers { get; } = [];

    public List<LdapEntry> Entries { get; } = [];

    public LdapEntry Add(
        string kind, string distinguishedName, params (string Name, object Value)[] attributes)
    {
        var entry = new LdapEntry(distinguishedName, kind);
        foreach (var (name, value) in attributes)
        {
            entry.Attributes[name] = value;
        }

        Entries.Add(entry);
        return entry;
    }

    public LdapEntry Get(string name) => Entries.First(entry => entry.Name == name);

    /// <summary>SIDs of all groups of an account, nested ones too.</summary>
    public IReadOnlyList<string> Groups(LdapEntry account)
    {
        var found = new List<LdapEntry>();
        for (var next = new Queue<LdapEntry>([account]); next.TryDequeue(out var member);)
        {
            var groups = Entries.Where(group => !found.Contains(group) && group.Values("member").Contains(
                member.DistinguishedName)).ToArray();
            found.AddRange(groups);
            Array.ForEach(groups, next.Enqueue);
        }

        return [.. found.SelectMany(group => group.Values("objectSid"))];
    }

    /// <summary>What a domain controller holds; a global catalogue holds all domains of the forest.</summary>
    public IEnumerable<LdapEntry> Held(bool isCatalogue) => Entries.Where(entry => isCatalogue
        || entry.DistinguishedName.EndsWith(Root, StringComparison.OrdinalIgnoreCase)
        || entry.DistinguishedName.EndsWith(Configuration, StringComparison.OrdinalIgnoreCase));
}
