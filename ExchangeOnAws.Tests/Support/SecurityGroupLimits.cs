using System.Collections.Concurrent;
using System.Globalization;
using Pulumi.Testing;

namespace ExchangeOnAws.Tests.Support;

/// <summary>
/// What EC2 refuses of a rule: one more than 60 in a direction, one that differs from another in nothing but
/// its description.
/// </summary>
/// <remarks>
/// Amazon VPC user guide, "Amazon VPC quotas", and EC2 API reference, "Error codes":
/// RulesPerSecurityGroupLimitExceeded, InvalidPermission.Duplicate (2026).
/// </remarks>
internal static class SecurityGroupLimits
{
    private const int Rules = 60;

    public static void Check(MockResourceArgs args, ConcurrentDictionary<string, int> counts)
    {
        if (args.Type is not ("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"
            or "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"))
        {
            return;
        }

        var group = $"{args.Type} {args.Inputs["securityGroupId"]}";
        if (counts.AddOrUpdate(group, 1, (_, count) => count + 1) > Rules)
        {
            throw new InvalidOperationException(
                $"RulesPerSecurityGroupLimitExceeded: {args.Name} is rule {Rules + 1} of {group}.");
        }

        var rule = string.Create(
            CultureInfo.InvariantCulture,
            $"{group} {Of("ipProtocol")} {Of("fromPort")}-{Of("toPort")} {Of("cidrIpv4")} "
                + $"{Of("referencedSecurityGroupId")}");
        if (!counts.TryAdd(rule, 1))
        {
            throw new InvalidOperationException($"InvalidPermission.Duplicate: {args.Name} is {rule}.");
        }

        object? Of(string input) => args.Inputs.GetValueOrDefault(input);
    }
}
