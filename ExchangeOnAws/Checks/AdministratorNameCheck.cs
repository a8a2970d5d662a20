using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>The domain administrator's account can be created under its name.</summary>
internal sealed class AdministratorNameCheck : ICheck
{
    // Microsoft, "SAM-Account-Name attribute" (2026): 20 characters.
    private const int Longest = 20;

    // Accounts that every domain has from the start.
    private static readonly string[] s_builtIn = ["Administrator", "Guest", "krbtgt"];

    public IReadOnlyList<string> Subjects { get; } = ["directory.administratorName", "directory.existing"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var name = plan.Settings.Directory.AdministratorName;
        if (plan.Directory.IsExisting)
        {
            yield break;
        }

        if (name.Length > Longest)
        {
            yield return Finding.Error("directory.administratorName", $"directory.administratorName {name} "
                + $"has {name.Length} characters; Windows allows {Longest} in a logon name. Use a shorter "
                + "name.");
        }

        if (s_builtIn.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            yield return Finding.Error("directory.administratorName", "directory.administratorName is "
                + $"{name}, an account that every domain has from the start. Use another name such as "
                + "StackAdmin.");
        }
    }
}
