using System.Text.Json;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Registry values by key (HKLM:\…) and name.</summary>
public sealed class SimulatedRegistry
{
    public Dictionary<string, Dictionary<string, object?>> Keys { get; } =
        new(StringComparer.OrdinalIgnoreCase);

    public static bool IsKey(string path) => path.StartsWith("HKLM:", StringComparison.OrdinalIgnoreCase);

    public object? this[string key, string name] => Keys.GetValueOrDefault(key)?.GetValueOrDefault(name);

    public Dictionary<string, object?> Create(string key)
    {
        if (!Keys.TryGetValue(key, out var values))
        {
            Keys[key] = values = new(StringComparer.OrdinalIgnoreCase);
        }

        return values;
    }
}

/// <summary>Windows features by name: Available, InstallPending or Installed.</summary>
public sealed class SimulatedFeatures
{
    public Dictionary<string, string> States { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Features whose installation takes a restart to complete.</summary>
    public HashSet<string> NeedingRestart { get; } = new(StringComparer.OrdinalIgnoreCase);

    public bool IsInstalled(string name) => States.GetValueOrDefault(name) == "Installed";
}

/// <summary>A service's start type and status, by the names of the cmdlets.</summary>
public sealed record SimulatedService(string Name)
{
    public string StartType { get; set; } = "Manual";

    public string Status { get; set; } = "Stopped";
}

public sealed class SimulatedServices
{
    public Dictionary<string, SimulatedService> All { get; } = new(StringComparer.OrdinalIgnoreCase);

    public SimulatedService Get(string name) => All.GetValueOrDefault(name)
        ?? throw new CommandException($"Cannot find any service with service name '{name}'.");

    public void StartAutomatic()
    {
        foreach (var service in All.Values)
        {
            service.Status = service.StartType == "Automatic" ? "Running" : "Stopped";
        }
    }
}

public sealed class SimulatedEvents
{
    public HashSet<string> Sources { get; } = [];

    public List<string> Messages { get; } = [];
}

/// <summary>
/// Secrets Manager as the instance role sees it, and the accounts that the secrets are for.
/// </summary>
public sealed class SimulatedSecrets
{
    /// <summary>Secret texts by ARN.</summary>
    public Dictionary<string, string> ByArn { get; } = [];

    /// <summary>Binary secrets by ARN.</summary>
    public Dictionary<string, byte[]> BinaryByArn { get; } = [];

    /// <summary>Whatever must not show up anywhere: secret texts and the passwords in them.</summary>
    public List<string> Values { get; } = [];

    public Dictionary<string, string> PasswordsByAccount { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds a secret with the properties username and password.</summary>
    public string AddAccount(string arn, string userName, string password)
    {
        ByArn[arn] = JsonSerializer.Serialize(new { username = userName, password });
        Values.AddRange([ByArn[arn], password]);
        PasswordsByAccount[userName] = password;
        return arn;
    }

    /// <summary>
    /// Adds a binary secret; its bytes may show up neither as base64 nor as the numbers that a file holds.
    /// </summary>
    public string Add(string arn, byte[] bytes)
    {
        BinaryByArn[arn] = bytes;
        Values.AddRange([Convert.ToBase64String(bytes), string.Join("\n", bytes)]);
        return arn;
    }

    public string Add(string arn, string text)
    {
        ByArn[arn] = text;
        Values.Add(text);
        return arn;
    }
}

/// <summary>What can be downloaded: contents by https:// or s3:// address.</summary>
public sealed class SimulatedWeb
{
    public Dictionary<string, string> Contents { get; } = [];
}
