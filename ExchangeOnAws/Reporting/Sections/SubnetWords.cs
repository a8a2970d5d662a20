using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>How reports speak of subnets.</summary>
internal static class SubnetWords
{
    /// <summary>For example public 10.0.128.0/20.</summary>
    public static string Words(this SubnetPlan subnet) =>
        $"{(subnet.Tier == SubnetTier.Private ? "private" : "public")} {subnet.Cidr}";
}
