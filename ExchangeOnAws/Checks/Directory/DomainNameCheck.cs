using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>The domain's DNS name is not longer than Active Directory allows.</summary>
internal sealed class DomainNameCheck : ICheck
{
    // Microsoft, "Active Directory maximum limits", fully qualified domain names (2026): 64
    // characters.
    private const int Longest = 64;

    public IReadOnlyList<string> Subjects { get; } = ["directory.domainName"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var name = plan.Directory.DomainName;
        if (name.Length > Longest)
        {
            yield return Finding.Error("directory.domainName", $"directory.domainName {name} has "
                + $"{name.Length} characters; Active Directory allows {Longest}. Use a shorter name.");
        }
    }
}
