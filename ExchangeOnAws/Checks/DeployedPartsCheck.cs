using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Says which parts of the plan this version does not create yet.</summary>
internal sealed class DeployedPartsCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["edge"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Settings.Edge.Servers > 0)
        {
            yield return Finding.Warning("edge", "edge is planned and checked but not created by this "
                + "version. pulumi up creates the resources at the end of the plan.");
        }
    }
}
