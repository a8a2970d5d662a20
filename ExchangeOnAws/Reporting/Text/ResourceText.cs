using System.Globalization;
using ExchangeOnAws.Evaluation;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ExchangeOnAws.Reporting;

/// <summary>How many resources of which type each component registers.</summary>
internal static class ResourceText
{
    public static IRenderable Of(IReadOnlyList<PlannedResource> resources)
    {
        var table = Tables.Create("Component", "Type", "Count");
        var own = resources.Where(resource => !resource.IsComponent).ToArray();
        foreach (var component in own.GroupBy(resource => resource.Parent ?? "stack"))
        {
            var name = component.Key;
            foreach (var type in component.GroupBy(resource => resource.ShortType))
            {
                table.AddRow(name, type.Key, type.Count().ToString(CultureInfo.InvariantCulture));
                name = "";
            }
        }

        var isProtected = own.Count(resource => resource.Options.Protect);
        return new Rows(table, new Text(
            $"{own.Length} resources, {isProtected} protected from deletion. "
                + "plan --format json has their inputs."));
    }
}
