using System.Text.RegularExpressions;

namespace ExchangeOnAws.Reporting.Diff;

/// <summary>
/// Finds which resources a value refers to: what only AWS knows stands in a plan as ${network-vpc.id}.
/// </summary>
internal sealed partial class References
{
    private readonly Dictionary<string, DocumentResource> _byName = new(StringComparer.Ordinal);

    /// <param name="resources">The new plan's resources, in the order in which they are registered.</param>
    public References(IEnumerable<DocumentResource> resources)
    {
        // Two resources may share a name, a route table and its association for example. The one that the
        // other refers to is registered first.
        foreach (var resource in resources.Where(resource => !resource.IsComponent))
        {
            _byName.TryAdd(resource.Name, resource);
        }
    }

    /// <summary>The resources and outputs that a text names.</summary>
    public IEnumerable<(DocumentResource Resource, string Output)> In(string text)
    {
        foreach (var reference in Reference().Matches(text).Select(match => match.Groups[1].Value))
        {
            // Names and outputs may both contain dots; the longest name that exists is meant.
            for (var dot = reference.LastIndexOf('.'); dot > 0; dot = reference.LastIndexOf('.', dot - 1))
            {
                if (_byName.TryGetValue(reference[..dot], out var resource))
                {
                    yield return (resource, reference[(dot + 1)..]);
                    break;
                }
            }
        }
    }

    [GeneratedRegex(@"\$\{([^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
