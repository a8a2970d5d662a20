using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class EnableRecycleBinTests : ScriptSuite
{
    protected override string Script => "Directory/Enable-RecycleBin";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["DomainName"] = DomainMachines.Domain };

    protected override SimulatedWindows NewMachine() => DomainMachines.Controller();

    protected override bool IsReached(SimulatedWindows windows) => windows.Area<SimulatedDirectory>()
        .Get("feature", "Recycle Bin Feature").Value("EnabledScopes") is object[] { Length: > 0 };
}
