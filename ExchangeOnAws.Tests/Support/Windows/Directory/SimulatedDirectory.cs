using System.Management.Automation;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>An object of the directory: class, name and the properties that cmdlets show of it.</summary>
public sealed class DirectoryObject(string kind, string name, string container)
{
    public string Kind => kind;

    public string Name { get; set; } = name;

    public string DistinguishedName => $"{(kind == "organizationalUnit" ? "OU" : "CN")}={Name},{container}";

    public Dictionary<string, object?> Properties { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string Password { get; set; } = "";

    public HashSet<string> Members { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Access list entries: who|rights|type|inherited type.</summary>
    public HashSet<string> Access { get; } = new(StringComparer.OrdinalIgnoreCase);

    public bool Is(string property) => Properties.GetValueOrDefault(property) is true;

    public object? Value(string property) => property switch
    {
        "Name" => Name,
        "DistinguishedName" => DistinguishedName,
        _ => Properties.GetValueOrDefault(property),
    };
}

/// <summary>The directory as the domain controller that the script runs on holds it.</summary>
public sealed class SimulatedDirectory
{
    public const string Sid = "S-1-5-21-7-8-9";

    public string DomainName { get; private set; } = "";

    public string NetBiosName { get; private set; } = "";

    public string Root { get; private set; } = "";

    public List<DirectoryObject> Objects { get; } = [];

    /// <summary>The paths given to the promotion.</summary>
    public string Paths { get; set; } = "";

    public int Promotions { get; set; }

    /// <summary>From when on the web services answer.</summary>
    public DateTime ReadyAt { get; set; } = DateTime.MaxValue;

    /// <summary>What a new domain holds.</summary>
    public void Create(string domainName, string netBiosName)
    {
        (DomainName, NetBiosName) = (domainName, netBiosName);
        Root = string.Join(",", domainName.Split('.').Select(label => $"DC={label}"));
        var admins = Add("group", "Domain Admins", $"CN=Users,{Root}");
        admins.Properties["SID"] = $"{Sid}-512";
        admins.Properties["SamAccountName"] = admins.Name;
        Add("site", "Default-First-Site-Name", $"CN=Sites,CN=Configuration,{Root}");
        Add("feature", "Recycle Bin Feature", $"CN=Optional Features,CN=Configuration,{Root}")
            .Properties["EnabledScopes"] = Array.Empty<object>();
    }

    public DirectoryObject Add(string kind, string name, string container)
    {
        var added = new DirectoryObject(kind, name, container);
        if (Objects.Any(other => other.DistinguishedName == added.DistinguishedName))
        {
            throw new CommandException("The specified object already exists.");
        }

        Objects.Add(added);
        return added;
    }

    public DirectoryObject? Find(string kind, string property, string value) => Objects.FirstOrDefault(item =>
        item.Kind == kind && $"{item.Value(property)}".Equals(value, StringComparison.OrdinalIgnoreCase));

    /// <summary>By what -Identity takes; -ErrorAction has no say when there is none.</summary>
    public DirectoryObject Get(string kind, string identity) =>
        new[] { "DistinguishedName", "SID", "SamAccountName", "Name" }
            .Select(property => Find(kind, property, identity)).FirstOrDefault(found => found is not null)
        ?? throw CommandException.Terminating(
            $"Cannot find an object with identity: '{identity}' under: '{Root}'.");

    /// <summary>Whether somebody can log on as name@domain with this password.</summary>
    public bool CanLogOn(PSCredential credential) =>
        credential.UserName.Split('@') is [var name, var domain] && domain == DomainName
        && Find("user", "SamAccountName", name) is { } user && user.Is("Enabled")
        && user.Password == credential.GetNetworkCredential().Password;
}
