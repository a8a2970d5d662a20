using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>Clients find the namespace from the mail addresses that the organisation accepts.</summary>
internal sealed class NamespaceDomainCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
        ["clientAccess.namespace", "clientAccess.autodiscoverName", "mailFlow.acceptedDomains"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var domains = plan.MailFlow.AcceptedDomains;
        return
        [
            .. Look("clientAccess.namespace", plan.Settings.ClientAccess.Namespace, domains),
            .. plan.Settings.ClientAccess.AutodiscoverName is { } given
                ? Look("clientAccess.autodiscoverName", given, domains)
                : [],
        ];
    }

    // Outlook looks for autodiscover and the domain of the address.
    private static IEnumerable<Finding> Look(string key, string name, IReadOnlyList<string> domains)
    {
        if (!domains.Any(domain => DomainNames.IsWithin(name, domain)))
        {
            yield return Finding.Error(key, $"{key} {name} lies in none of mailFlow.acceptedDomains "
                + $"({string.Join(", ", domains)}), so clients do not find it from a mail address. Use a "
                + $"name in one of them, or add {DomainNames.ParentOf(name)} to mailFlow.acceptedDomains.");
        }
    }
}
