using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>The gateway is open to administrators' networks and not to the internet.</summary>
internal sealed class GatewayExposureCheck : ICheck
{
    // The largest block that one organisation has; anything wider names strangers too.
    private const int WidestPrefix = 8;

    public IReadOnlyList<string> Subjects { get; } = ["gateway.allowedCidrs"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var blocks = plan.Settings.Gateway.Hosts > 0 ? plan.Settings.Gateway.AllowedCidrs : [];
        foreach (var block in blocks.Where(block => block.PrefixLength < WidestPrefix).Distinct())
        {
            yield return block.PrefixLength == 0
                ? Finding.Error("gateway.allowedCidrs", $"gateway.allowedCidrs contains {block}, which opens "
                    + "the gateway to the internet. List the networks administrators connect from.")
                : Finding.Warning("gateway.allowedCidrs", $"gateway.allowedCidrs contains {block}, which is "
                    + $"wider than any one organisation's network (/{WidestPrefix}). List the networks "
                    + "administrators connect from.");
        }
    }
}
