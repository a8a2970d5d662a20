using System.Globalization;
using System.Xml.Linq;
using ExchangeOnAws.Evaluation;

namespace ExchangeOnAws.Reporting;

/// <summary>What would be registered, folded by component.</summary>
internal static class ResourceHtml
{
    public static PageSection Of(IReadOnlyList<PlannedResource> resources)
    {
        var own = resources.Where(resource => !resource.IsComponent).ToArray();
        var isProtected = own.Count(resource => resource.Options.Protect);
        return new PageSection(
            "resources", "Resources",
            Tag.Paragraph($"{own.Length} resources, {isProtected} protected from deletion. "
                + "plan --format json has their inputs."),
            own.GroupBy(resource => resource.Parent ?? "stack").Select(Component));
    }

    private static XElement Component(IGrouping<string, PlannedResource> component) => Tag.Fold(
        isOpen: false,
        new object[] { Tag.Of("strong", component.Key), " ", Tag.Of("span", Counted(component.Count())) },
        TableHtml.Of(
            $"Resources of {component.Key}", ["Type", "Count", "Names"],
            component.GroupBy(resource => resource.ShortType).Select(type => new object[]
            {
                type.Key, type.Count().ToString(CultureInfo.InvariantCulture),
                string.Join(", ", type.Select(resource => resource.Name)),
            })));

    private static string Counted(int resources) =>
        resources == 1 ? "1 resource" : $"{resources} resources";
}
