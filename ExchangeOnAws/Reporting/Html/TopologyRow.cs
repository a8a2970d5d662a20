using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Reporting;

/// <summary>The place of a tier in the topology picture, from zone to zone.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Top">Where it begins.</param>
/// <param name="Height">How high it is.</param>
/// <param name="Text">What a box over all zones says; null where hosts have boxes of their own.</param>
internal sealed record TopologyRow(Tier Tier, double Top, double Height, string? Text)
{
    /// <summary>Where arrows begin and end.</summary>
    public double Middle => Top + (Height / 2);
}
