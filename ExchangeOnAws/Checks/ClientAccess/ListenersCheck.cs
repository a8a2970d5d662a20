using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Extra listeners are of ports that Exchange serves, each once.</summary>
internal sealed class ListenersCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["clientAccess.extraPorts"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var ports = plan.Settings.ClientAccess.ExtraPorts;
        foreach (var port in ports.Except(ClientAccessPorts.ExtraListeners.Keys))
        {
            yield return Finding.Error("clientAccess.extraPorts", $"clientAccess.extraPorts contains {port}, "
                + "which has no listener. Use "
                + $"{string.Join(", ", ClientAccessPorts.ExtraListeners.Keys.Order())}; 443 is always "
                + "there.");
        }

        foreach (var port in ports.CountBy(port => port).Where(port => port.Value > 1))
        {
            yield return Finding.Error("clientAccess.extraPorts", "clientAccess.extraPorts contains "
                + $"{port.Key} {port.Value} times; a port has one listener. List it once.");
        }
    }
}
