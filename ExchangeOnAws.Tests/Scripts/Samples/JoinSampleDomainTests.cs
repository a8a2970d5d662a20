using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts.Samples;

/// <summary>A step with a disk, the network, a domain and a restart.</summary>
public sealed class JoinSampleDomainTests : ScriptSuite
{
    protected override string Script => "Samples/Join-SampleDomain";

    protected override ScriptLibrary Library => SampleScripts.Library;

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["DomainName"] = "corp.example.com",
        ["ComputerName"] = "MAIL01",
        ["DnsServer"] = "10.0.1.10,10.0.2.10",
        ["JoinSecretArn"] = SampleScripts.AccountSecretArn,
        ["VolumeId"] = "vol-0123456789abcdef0",
    };

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Area<SimulatedDisks>().Attach("vol-0fedcba9876543210");
        windows.Area<SimulatedDisks>().Attach("vol-0123456789abcdef0");
        windows.Area<SimulatedComputer>().ReachableDomains["corp.example.com"] = ["10.0.1.10", "10.0.2.10"];
        windows.Secrets.AddAccount(SampleScripts.AccountSecretArn, @"CORP\join", SampleScripts.Password);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedComputer>() is { Name: "MAIL01", Domain: "corp.example.com" }
        && windows.Area<SimulatedDisks>().Find('D') is { Number: 2, FileSystem: "NTFS", IsOffline: false };
}
