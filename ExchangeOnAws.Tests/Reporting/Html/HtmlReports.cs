using System.Xml.Linq;
using ExchangeOnAws.Evaluation;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Reporting;
using ExchangeOnAws.Tests.Support;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Tests.Reporting;

/// <summary>Pages that tests look into.</summary>
internal static class HtmlReports
{
    /// <summary>Sixteen members over three zones, six Edge servers and every optional part.</summary>
    public static DeploymentPlan Large { get; } = Plans.ThreeZonesWith(settings => settings with
    {
        Mailbox = settings.Mailbox with { NodesPerZone = 8, Databases = 32 },
        Edge = settings.Edge with { Servers = 6 },
    });

    /// <summary>The plan of that name: an environment of the repository, or large.</summary>
    public static DeploymentPlan PlanOf(string name) => name == "large" ? Large : Repository.PlanOf(name);

    /// <summary>The page of a plan whose resources do not matter.</summary>
    public static Task<string> TextOf(
        DeploymentPlan plan, IReadOnlyList<Finding>? findings = null, params PlannedResource[] resources) =>
        PlanHtml.Of(new PlanReport(
            plan.StackName, findings ?? [], plan,
            Task.FromResult<IReadOnlyList<PlannedResource>>(resources)));

    public static async Task<XElement> PageOf(DeploymentPlan plan) => Parse(await TextOf(plan));

    /// <summary>The page as XML, which it is beside being HTML.</summary>
    public static XElement Parse(string page) => XDocument.Parse(page).Root!;

    public static XElement WithId(this XElement page, string id) =>
        page.Descendants().Single(element => (string?)element.Attribute("id") == id);

    public static IEnumerable<XElement> WithClass(this XElement page, string name) => page.Descendants()
        .Where(element => ((string?)element.Attribute("class"))?.Split(' ').Contains(name) == true);
}
