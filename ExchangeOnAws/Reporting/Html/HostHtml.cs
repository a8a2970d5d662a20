using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>Every server: the text of what the picture shows, with its volumes.</summary>
internal static class HostHtml
{
    public static PageSection Of(DeploymentPlan plan) => new(
        "hosts", "Hosts",
        TableHtml.Of(
            "Hosts", ["Host", "Role", "Zone", "Private address", "Instance type", "Data volumes"],
            plan.Hosts.Select(host => new object[]
            {
                host.Name, host.Role.Words(), host.Zone, host.AddressWords(), host.InstanceType,
                Volumes(plan, host),
            })));

    private static string Volumes(DeploymentPlan plan, HostPlan host) => string.Join(", ", plan.Volumes
        .Where(volume => volume.Host == host.Name)
        .Select(volume => $"{volume.DriveLetter}: {volume.Name} {volume.Settings.SizeGiB} GiB")
        .DefaultIfEmpty("–"));
}
