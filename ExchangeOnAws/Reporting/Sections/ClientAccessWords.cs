using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>How reports speak of the way from clients to members.</summary>
internal static class ClientAccessWords
{
    /// <summary>The names that clients use, and who answers.</summary>
    public static string Members(ClientAccessPlan access) =>
        $"Clients use {string.Join(" and ", access.Names)}; behind the load balancers stand "
            + $"{string.Join(", ", access.Members.Select(member => member.Name))}.";

    /// <summary>Where the names are in DNS, and what is left to do there.</summary>
    public static string Records(ClientAccessPlan access, bool isExistingDomain)
    {
        var names = string.Join(" and ", access.Names);
        var inside = isExistingDomain
            ? $"In the existing domain's DNS, let {names} lead to the stack output networkLoadBalancer."
            : "Inside the domain the names lead to the network load balancer.";
        return access.HostedZoneId is { } zone
            ? $"{inside} Route 53 zone {zone} gets them too."
            : $"{inside} For clients outside of it, publish {names} as CNAME of the stack output "
                + "networkLoadBalancer.";
    }
}
