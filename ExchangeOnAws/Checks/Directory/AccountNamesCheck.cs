using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>The accounts of a new forest can be created under their names, and are different ones.</summary>
internal sealed class AccountNamesCheck : ICheck
{
    // Microsoft, "SAM-Account-Name attribute" (2026): 20 characters.
    private const int Longest = 20;

    // Accounts that every domain has from the start.
    private static readonly string[] s_builtIn = ["Administrator", "Guest", "krbtgt"];

    public IReadOnlyList<string> Subjects { get; } =
    [
        "directory.administratorName", "directory.joinAccountName", "directory.setupAccountName",
        "directory.existing",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Directory.IsExisting)
        {
            yield break;
        }

        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, name) in Accounts(plan.Settings.Directory))
        {
            if (name.Length > Longest)
            {
                yield return Finding.Error(key, $"{key} {name} has {name.Length} characters; Windows allows "
                    + $"{Longest} in a logon name. Use a shorter name.");
            }

            if (s_builtIn.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                yield return Finding.Error(key, $"{key} is {name}, an account that every domain has from the "
                    + $"start. Use another name such as {new DirectorySettings().AdministratorName}.");
            }

            if (!seen.TryAdd(name, key))
            {
                yield return Finding.Error(key, $"{key} is {name}, and so is {seen[name]}; each account has "
                    + "rights of its own. Use different names.");
            }
        }
    }

    private static IEnumerable<(string Key, string Name)> Accounts(DirectorySettings directory) =>
    [
        ("directory.administratorName", directory.AdministratorName),
        ("directory.joinAccountName", directory.JoinAccountName),
        ("directory.setupAccountName", directory.SetupAccountName),
    ];
}
