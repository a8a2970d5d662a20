using System.Globalization;
using System.Xml.Linq;
using ExchangeOnAws.Evaluation;
using ExchangeOnAws.Findings;

namespace ExchangeOnAws.Reporting;

/// <summary>The head of the page: what is deployed where, in one sentence and a few figures.</summary>
internal static class HeaderHtml
{
    public static XElement Of(PlanReport report, IReadOnlyList<PlannedResource> resources) => Tag.Of(
        "header",
        Tag.Paragraph(Tag.Class("kind"), "Exchange on AWS: plan"),
        Tag.Of("h1", $"Stack {report.Stack}"),
        Tag.Paragraph(Tag.Class("lead"), Sentence(report)),
        Tag.Of("dl", Tag.Class("figures"), Figures(report, resources)));

    public static XElement Contents(IReadOnlyCollection<PageSection> sections) => Tag.Of(
        "nav", Tag.With("aria-label", "Contents"), Tag.Of("ul", sections.Select(section => section.Link)));

    private static string Sentence(PlanReport report)
    {
        if (report.Plan is not { } plan)
        {
            var errors = report.Findings.Count(finding => finding.Severity == Severity.Error);
            return $"It cannot be deployed: {errors} {(errors == 1 ? "error" : "errors")}.";
        }

        var (cluster, network) = (plan.Cluster, plan.Network);
        return $"Microsoft Exchange for {plan.Directory.DomainName} in {plan.Region}: "
            + $"{cluster.Members.Count} mailbox members with {cluster.Databases.Count} databases over "
            + $"{network.Zones.Count} Availability Zones, in "
            + (network.ExistingVpcId is { } vpc ? $"the existing VPC {vpc}." : $"a VPC of {network.Cidr}.");
    }

    private static IEnumerable<XElement> Figures(
        PlanReport report, IReadOnlyList<PlannedResource> resources)
    {
        if (report.Plan is { } plan)
        {
            yield return Figure("Hosts", Number(plan.Hosts.Count));
            yield return Figure("Databases", Number(plan.Cluster.Databases.Count));
            yield return Figure("Longest path", Minutes.InWords(plan.Steps.CriticalPathMinutes));
            yield return Figure("Resources", Number(resources.Count(resource => !resource.IsComponent)));
        }

        yield return Figure("Findings", Number(report.Findings.Count));
    }

    private static XElement Figure(string name, string value) =>
        Tag.Of("div", Tag.Of("dt", name), Tag.Of("dd", value));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
