using System.Buffers;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>The gateway users' group can be created under its name.</summary>
internal sealed class GatewayUsersGroupCheck : ICheck
{
    // Microsoft, "SAM-Account-Name attribute" and "Common-Name attribute" (2026): a group's
    // common name has at most 64 characters, and its account name none of these.
    private const int Longest = 64;
    private const string Forbidden = "\"/\\[]:;|=,+*?<>";

    private static readonly SearchValues<char> s_forbidden = SearchValues.Create(Forbidden);

    public IReadOnlyList<string> Subjects { get; } = ["gateway.usersGroup", "gateway.hosts"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var name = plan.Settings.Gateway.UsersGroup;
        if (plan.Settings.Gateway.Hosts == 0)
        {
            yield break;
        }

        if (string.IsNullOrWhiteSpace(name) || name.Length > Longest)
        {
            yield return Finding.Error("gateway.usersGroup", $"gateway.usersGroup \"{name}\" has "
                + $"{name.Length} characters; Active Directory allows 1 to {Longest}. Use a name of that "
                + "length.");
        }

        if (name.AsSpan().ContainsAny(s_forbidden))
        {
            yield return Finding.Error("gateway.usersGroup", $"gateway.usersGroup \"{name}\" contains one of "
                + $"{Forbidden}, which an account name cannot contain. Use letters, digits, spaces and "
                + "hyphens.");
        }
    }
}
