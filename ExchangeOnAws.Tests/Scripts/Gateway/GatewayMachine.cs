using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>A host that Auto Scaling has launched.</summary>
internal static class GatewayMachine
{
    public const string InstanceId = "i-0a1b2c3d4e5f60718";
    public const string Name = "RDGW-e5f60718";
    public const string OtherInstanceId = "i-0fedcba987654321f";

    public static SimulatedWindows Launched()
    {
        var windows = new SimulatedWindows();
        windows.Area<SimulatedCloud>().InstanceId = InstanceId;
        return windows;
    }

    /// <summary>With the role, and a client for certutil.exe.</summary>
    public static SimulatedWindows WithRole()
    {
        var windows = Launched();
        windows.Features.States["RDS-Gateway"] = "Installed";
        windows.Features.States["RSAT-RDS-Gateway"] = "Installed";
        windows.Services.All["TSGateway"] = new("TSGateway") { StartType = "Automatic", Status = "Running" };
        windows.Programs.Add(
            "certutil.exe", Effect.Changes, _ => new(Output: "-repairstore command completed successfully."));
        return windows;
    }
}
