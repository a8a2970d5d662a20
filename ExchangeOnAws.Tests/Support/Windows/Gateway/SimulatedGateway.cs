namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A CAP or RAP: its settings by name, and its user groups as group@DOMAIN.</summary>
public sealed record SimulatedPolicy(Dictionary<string, object> Settings, HashSet<string> Groups);

/// <summary>RD Gateway as its RDS: drive shows it.</summary>
public sealed class SimulatedGateway
{
    /// <summary>CAP and RAP by name.</summary>
    public Dictionary<string, Dictionary<string, SimulatedPolicy>> Policies { get; } =
        new(StringComparer.OrdinalIgnoreCase)
        {
            ["CAP"] = new(StringComparer.OrdinalIgnoreCase),
            ["RAP"] = new(StringComparer.OrdinalIgnoreCase),
        };

    public HashSet<string> KnownGroups { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string Thumbprint { get; set; } = "";

    /// <summary>
    /// The certificate that the service presents: the one that was set when it last started.
    /// </summary>
    public string ServedThumbprint { get; set; } = "";

    /// <summary>Whether the service has started since the last change.</summary>
    public bool IsCurrent { get; set; } = true;

    /// <summary>The run whose session has the drive.</summary>
    public Bench? MountedIn { get; set; }

    public void Start() => (ServedThumbprint, IsCurrent) = (Thumbprint, true);
}
