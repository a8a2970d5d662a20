using System.Text.RegularExpressions;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Windows Server runs on the instance type's processor.</summary>
internal sealed partial class InstanceArchitectureCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
    [
        "directory.instanceType", "gateway.instanceType", "mailbox.instanceType",
        "mailbox.witnessInstanceType", "edge.instanceType",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan) => HostSettings.InstanceTypes(plan)
        .Where(host => Arm().IsMatch(host.InstanceType))
        .Select(host => Finding.Error(host.Key, $"{host.Key} is {host.InstanceType}, which has an ARM "
            + "processor; Windows Server runs on x86-64 only. Use an Intel or AMD type such as m6i.xlarge or "
            + "r6i.4xlarge."));

    // Amazon EC2 instance types guide, "Naming conventions" (2026): g after the generation
    // is Graviton.
    [GeneratedRegex(@"\A(a1|[a-z]+[0-9]+g[a-z0-9-]*)\.", RegexOptions.CultureInvariant)]
    private static partial Regex Arm();
}
