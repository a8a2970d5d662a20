using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>A secret that Secrets Manager generates: user name and password as JSON.</summary>
/// <param name="Name">What steps call it, for example join.</param>
/// <param name="UserName">The account whose password it holds.</param>
/// <param name="Purpose">What the account may do.</param>
public sealed record SecretPlan(string Name, string UserName, string Purpose)
{
    public const string Administrator = "administrator";
    public const string SafeMode = "safe-mode";
    public const string Join = "join";
    public const string Setup = "setup";

    /// <summary>The secrets of a new forest; an existing domain brings its own.</summary>
    internal static IReadOnlyList<SecretPlan> For(DirectorySettings directory) =>
        directory.Existing is not null
            ? []
            :
            [
                new(Administrator, directory.AdministratorName, "Administers the domain"),
                new(SafeMode, "Administrator",
                    "Starts a domain controller in directory services restore mode"),
                new(Join, directory.JoinAccountName, "Joins servers to the domain, and nothing else"),
                new(Setup, directory.SetupAccountName, "Prepares the directory and installs Exchange"),
            ];
}
