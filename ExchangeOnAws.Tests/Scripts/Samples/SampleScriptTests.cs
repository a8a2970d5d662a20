using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts.Samples;

/// <summary>A step that takes restarts.</summary>
public sealed class InstallSampleFeatureTests : ScriptSuite
{
    protected override string Script => "Samples/Install-SampleFeature";

    protected override ScriptLibrary Library => SampleScripts.Library;

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["FeatureName"] = "NET-Framework-45-Features, Web-Server" };

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Features.States["NET-Framework-45-Features"] = "Available";
        windows.Features.States["Web-Server"] = "Available";
        windows.Features.NeedingRestart.Add("Web-Server");
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) => windows.Features.IsInstalled("Web-Server");
}

/// <summary>A step with numbers, defaults and a wait.</summary>
public sealed class SetSampleValueTests : ScriptSuite
{
    protected override string Script => "Samples/Set-SampleValue";

    protected override ScriptLibrary Library => SampleScripts.Library;

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["Port"] = "8080" };

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Services.All["Sample"] = new("Sample");
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Registry[@"HKLM:\SOFTWARE\Sample", "Port"] is not null
        && windows.Services.Get("Sample") is { Status: "Running", StartType: "Automatic" };
}

/// <summary>A step with a download, an installer, a secret and a domain account.</summary>
public sealed class InstallSampleProductTests : ScriptSuite
{
    private const string Setup = "the setup program";

    protected override string Script => "Samples/Install-SampleProduct";

    protected override ScriptLibrary Library => SampleScripts.Library;

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["Source"] = "s3://media/sample/setup.exe",
        ["Hash"] = SimulatedFiles.Sha256(Setup),
        ["AccountSecretArn"] = SampleScripts.AccountSecretArn,
    };

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Web.Contents["s3://media/sample/setup.exe"] = Setup;
        windows.Files.SignersByContent[Setup] = "CN=Sample Corporation, O=Sample Corporation, C=US";
        windows.Secrets.AddAccount(SampleScripts.AccountSecretArn, @"CORP\setup", SampleScripts.Password);
        windows.Programs.Add("setup.exe", Effect.Changes, start =>
        {
            start.Windows.Registry.Create(@"HKLM:\SOFTWARE\SampleProduct");
            return new();
        });
        windows.Programs.Add("prepare.exe", Effect.Changes, Prepare, TimeSpan.FromMinutes(3));
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Registry.Keys.ContainsKey(@"HKLM:\SOFTWARE\SampleProduct")
        && windows.Files.IsFile(@"C:\Sample\prepared.txt")
        && windows.Tasks.All.Count == 0;

    private static ProgramEnd Prepare(ProgramStart start)
    {
        if (start.User != @"CORP\setup")
        {
            return new(5, "Access is denied.");
        }

        start.Windows.Files.CreateFolder(@"C:\Sample");
        start.Windows.Files.Write(@"C:\Sample\prepared.txt", "yes");
        return new(0, "Prepared.");
    }
}
