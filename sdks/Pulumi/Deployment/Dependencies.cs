using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What DependsOn means: of a component, the resources in it.</summary>
internal static class Dependencies
{
    public static async Task<ImmutableArray<Resource>> ReadAsync(InputList<Resource> dependsOn)
    {
        var data = await dependsOn.ToOutput().Source.WaitAsync().ConfigureAwait(false);
        return data.KnownOrDefault<ImmutableArray<Resource>>() is { IsDefault: false } known ? known : [];
    }

    public static List<Resource> Expand(IEnumerable<Resource> resources)
    {
        var reached = new HashSet<Resource>();
        foreach (var resource in resources)
        {
            Visit(resource, reached);
        }

        return [.. reached.Where(resource => resource is not ComponentResource { IsRemote: false })];
    }

    private static void Visit(Resource resource, HashSet<Resource> reached)
    {
        if (reached.Add(resource) && resource is ComponentResource)
        {
            foreach (var child in resource.GetChildren())
            {
                Visit(child, reached);
            }
        }
    }
}
