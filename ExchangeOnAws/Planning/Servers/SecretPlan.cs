using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>
/// A secret of the deployment: an account whose password Secrets Manager generates, as JSON; or one that is
/// created empty for a step to fill.
/// </summary>
/// <param name="Name">What steps call it, for example join.</param>
/// <param name="UserName">The account whose password it holds; null for a secret that a step fills.</param>
/// <param name="Purpose">What the account may do, or what the secret carries.</param>
public sealed record SecretPlan(string Name, string? UserName, string Purpose)
{
    public const string Administrator = "administrator";
    public const string SafeMode = "safe-mode";
    public const string Join = "join";
    public const string Setup = "setup";
    public const string Edge = "edge";

    // Part of every Edge server and of nothing else; Windows reserves none of it.
    private const string EdgeAccountName = "edge-admin";

    /// <summary>The secret that carries an Edge server's subscription file to a member.</summary>
    public static string SubscriptionOf(HostPlan edge) => $"edge-subscription-{edge.Name.ToLowerInvariant()}";

    internal static IReadOnlyList<SecretPlan> For(StackSettings settings, EdgePlan edge) =>
        [.. OfForest(settings.Directory), .. OfEdge(edge)];

    // An existing domain brings its own.
    private static IEnumerable<SecretPlan> OfForest(DirectorySettings directory) =>
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

    private static IEnumerable<SecretPlan> OfEdge(EdgePlan edge) => edge.Servers.Count == 0
        ? []
        :
        [
            new(Edge, EdgeAccountName, "Administers the Edge servers, which no domain account can"),
            .. edge.Servers.Select(server => new SecretPlan(
                SubscriptionOf(server), null,
                $"Carries the subscription of {server.Name} to a member, and is empty afterwards")),
        ];
}
