using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>A server that is at work in a cluster.</summary>
public static class RunningMember
{
    /// <summary>What a step says instead of a restart.</summary>
    public const string Refusal = ", a running member of the cluster. "
        + "Put it into maintenance (or pause its node), then run this step again.";

    /// <summary>Makes the machine a node that is up.</summary>
    public static SimulatedNode Of(SimulatedWindows windows)
    {
        windows.Services.All[SimulatedCluster.Service] =
            new(SimulatedCluster.Service) { StartType = "Automatic", Status = "Running" };
        var node = new SimulatedNode(windows.Area<SimulatedComputer>().Name, windows.Now);
        windows.Area<SimulatedCluster>().Nodes.AddRange([new("EXZ9", windows.Now), node]);
        return node;
    }
}
