using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class InstallDirectoryFeaturesTests : ScriptSuite
{
    private static readonly string[] s_features =
        ["AD-Domain-Services", "DNS", "GPMC", "RSAT-AD-PowerShell", "RSAT-ADDS-Tools", "RSAT-DNS-Server"];

    protected override string Script => "Directory/Install-DirectoryFeatures";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>();

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        Array.ForEach(s_features, feature => windows.Features.States[feature] = "Available");
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        s_features.All(windows.Features.IsInstalled);
}
