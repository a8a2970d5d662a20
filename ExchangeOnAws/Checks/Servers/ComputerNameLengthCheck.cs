using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Computer names and the name of the database availability group fit NetBIOS.</summary>
internal sealed class ComputerNameLengthCheck : ICheck
{
    // Microsoft, "Naming conventions in Active Directory for computers, domains, sites, and OUs" and
    // New-DatabaseAvailabilityGroup: 15 characters.
    private const int Longest = 15;

    // What Gateway/Set-GatewayName puts behind the prefix.
    private const int InstanceSuffix = 9;

    public IReadOnlyList<string> Subjects { get; } =
    [
        "directory.namePrefix", "gateway.namePrefix", "mailbox.namePrefix", "mailbox.witnessName",
        "mailbox.dagName", "edge.namePrefix",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var gateway = plan.Gateway.NamePrefix;
        if (plan.Gateway.Hosts > 0 && gateway.Length > Longest - InstanceSuffix)
        {
            yield return Finding.Error("gateway.namePrefix", $"gateway.namePrefix {gateway} has "
                + $"{gateway.Length} characters; a hyphen and eight characters of the instance id follow, "
                + $"and NetBIOS allows {Longest}. Use a prefix of at most {Longest - InstanceSuffix}.");
        }

        var tooLong = plan.Hosts
            .Where(host => host.Role != HostRole.Gateway && host.Name.Length > Longest)
            .GroupBy(host => host.Role)
            .Select(role => role.MaxBy(host => host.Name.Length)!);
        foreach (var host in tooLong)
        {
            yield return host.Role == HostRole.Witness
                ? TooLong(HostSettings.Name(host.Role), host.Name)
                : TooLongPrefix(HostSettings.Name(host.Role), host.Name);
        }

        if (plan.Cluster.DagName.Length > Longest)
        {
            yield return TooLong("mailbox.dagName", plan.Cluster.DagName);
        }
    }

    // Zone letter and number follow the prefix.
    private static Finding TooLongPrefix(string key, string name) => Finding.Error(key,
        $"{key} {name[..^2]} makes {name}, {name.Length} characters; NetBIOS allows {Longest}. Use a prefix "
        + $"of at most {Longest - 2}.");

    private static Finding TooLong(string key, string name) => Finding.Error(key,
        $"{key} {name} has {name.Length} characters; NetBIOS allows {Longest}. Use a shorter name.");
}
