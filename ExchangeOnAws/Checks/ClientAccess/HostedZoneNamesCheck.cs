using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>One hosted zone can hold both names of client access.</summary>
internal sealed class HostedZoneNamesCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
        ["clientAccess.hostedZoneId", "clientAccess.namespace", "clientAccess.autodiscoverName"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var access = plan.ClientAccess;
        var domain = DomainNames.ParentOf(access.Namespace);
        if (access.HostedZoneId is not null && !DomainNames.IsWithin(access.AutodiscoverName, domain))
        {
            yield return Finding.Error("clientAccess.autodiscoverName", "clientAccess.autodiscoverName "
                + $"{access.AutodiscoverName} lies outside of {domain}, so clientAccess.hostedZoneId cannot "
                + "hold it beside clientAccess.namespace. Use a name in that domain, or remove "
                + "clientAccess.hostedZoneId and publish the names yourself.");
        }
    }
}
