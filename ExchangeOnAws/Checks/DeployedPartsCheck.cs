using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Says which parts of the plan this version does not create yet.</summary>
internal sealed class DeployedPartsCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["clientAccess"];

    public IEnumerable<Finding> Run(DeploymentPlan plan) =>
    [
        Finding.Warning("clientAccess", "clientAccess is planned and checked but not created by this "
            + "version, and neither is edge. "
            + "pulumi up creates the resources at the end of the plan."),
    ];
}
