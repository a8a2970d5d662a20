using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>The domain's NetBIOS name, typed or derived, is one that a domain can have.</summary>
internal sealed class NetBiosNameCheck : ICheck
{
    // Microsoft, "Naming conventions in Active Directory for computers, domains, sites, and OUs" (2026).
    private const int Longest = 15;

    public IReadOnlyList<string> Subjects { get; } = ["directory.netBiosName", "directory.domainName"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var name = plan.Directory.NetBiosName;
        var source = plan.Settings.Directory.NetBiosName is null
            ? $"directory.domainName {plan.Directory.DomainName} makes the NetBIOS name {name}"
            : $"directory.netBiosName is {name}";
        if (name.Length > Longest)
        {
            yield return Finding.Error("directory.netBiosName", $"{source}, {name.Length} characters; "
                + $"NetBIOS allows {Longest}. Set directory.netBiosName to a name of at most {Longest}.");
        }

        if (name.All(char.IsAsciiDigit))
        {
            yield return Finding.Error("directory.netBiosName", $"{source}, which is all digits; Windows "
                + "takes that for an address. Set directory.netBiosName to a name with a letter.");
        }
    }
}
