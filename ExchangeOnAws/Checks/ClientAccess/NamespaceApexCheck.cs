using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>The names of client access are not the name of the domain, which its controllers own.</summary>
internal sealed class NamespaceApexCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
        ["clientAccess.namespace", "clientAccess.autodiscoverName", "directory.domainName"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        (string Key, string Name)[] names =
        [
            ("clientAccess.namespace", plan.Settings.ClientAccess.Namespace),
            ("clientAccess.autodiscoverName",
                plan.Settings.ClientAccess.AutodiscoverName ?? plan.ClientAccess.AutodiscoverName),
        ];
        return names
            .Where(entry => entry.Name.Equals(
                plan.Directory.DomainName, StringComparison.OrdinalIgnoreCase))
            .Select(entry => Finding.Error(entry.Key, $"{entry.Key} {entry.Name} is directory.domainName "
                + "too, and inside the domain that name leads to its domain controllers. Use a host in it, "
                + $"for example mail.{entry.Name}."));
    }
}
