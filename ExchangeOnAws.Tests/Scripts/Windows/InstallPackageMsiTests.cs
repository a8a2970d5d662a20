using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>URL Rewrite: an .msi from a bucket in the server's own region, with a plain key.</summary>
public sealed class InstallPackageMsiTests : ScriptSuite
{
    private const string Installer = "URL Rewrite";
    private const string Key = @"HKLM:\SOFTWARE\Microsoft\IIS Extensions\URL Rewrite";

    protected override string Script => "Windows/Install-Package";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["Name"] = "IIS URL Rewrite Module 2",
        ["Source"] = "s3://media/prerequisites/rewrite_amd64_en-US.msi",
        ["Signer"] = "Microsoft Corporation",
        ["Hash"] = SimulatedFiles.Sha256(Installer),
        ["DetectionKey"] = Key,
    };

    [Test]
    public void Bucket_is_asked_in_the_region_of_the_server()
    {
        var result = RunOn(NewMachine()).ToEnd();

        Assert.That(result.Commands.Single(command => command.Name == "Read-S3Object").Arguments,
            Does.Contain("-Region eu-west-1"));
    }

    [Test]
    public void File_of_another_hash_is_not_run()
    {
        var windows = NewMachine();
        var parameters = new Dictionary<string, string>(Parameters) { ["Hash"] = new('0', 64) };

        var result = ScriptRun.Of(Library, Script, windows, parameters).Once();

        Assert.That(result.Failure, Does.Contain("has SHA-256"));
        Assert.That(result.Commands.Select(command => command.Name), Has.No.Member("Start-Process"));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Web.Contents["s3://media/prerequisites/rewrite_amd64_en-US.msi"] = Installer;
        windows.Files.SignersByContent[Installer] = ExchangeImages.Microsoft;
        windows.Programs.Add("msiexec.exe", Effect.Changes, start =>
        {
            start.Windows.Registry.Create(Key)["Version"] = "7.1.1993.2351";
            return new();
        });
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) => windows.Registry.Keys.ContainsKey(Key);
}
