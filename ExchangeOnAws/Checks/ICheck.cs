using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>One rule over a plan.</summary>
public interface ICheck
{
    /// <summary>
    /// The settings that the rule reads. When one of them could not be read the rule is left out, since its
    /// answer would be about a default.
    /// </summary>
    IReadOnlyList<string> Subjects { get; }

    /// <summary>What the rule has to say; nothing when the plan follows it.</summary>
    IEnumerable<Finding> Run(DeploymentPlan plan);
}
