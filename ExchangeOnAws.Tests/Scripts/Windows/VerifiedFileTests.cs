using ExchangeOnAws.Tests.Scripts.Samples;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

[TestFixture]
public sealed class VerifiedFileTests
{
    private const string Address = "https://example.com/setup.exe";
    private const string Path = @"C:\media\setup.exe";
    private const string Content = "setup";
    private const string Subject = "CN=Sample Corporation, O=Sample Corporation, L=Redmond, C=US";

    [Test]
    public void Right_file_gets_its_name()
    {
        var windows = NewMachine();

        var result = Get(windows, SimulatedFiles.Sha256(Content), "Sample Corporation");

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(
            windows.Files.Paths.Where(path => path.StartsWith(@"C:\media\", StringComparison.Ordinal)),
            Is.EqualTo([Path]));
    }

    [TestCase("0000", "", "has SHA-256")]
    [TestCase("", "Other Corporation", "Other Corporation is expected")]
    [TestCase("", "Sample Corp", "Sample Corp is expected")]
    [TestCase("", "", "neither a SHA-256 nor a signer")]
    public void Wrong_file_leaves_nothing_to_run(string hash, string signer, string reason)
    {
        var windows = NewMachine();

        var result = Get(
            windows, hash, signer,
            "Invoke-Installer -Path 'C:\\media\\setup.exe' -Hint 'x.' -Evidence { $true }");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does.Contain(reason).And.Contain(Address));
        Assert.That(windows.Files.Paths, Has.None.StartsWith(@"C:\media\"));
        Assert.That(result.Commands.Select(command => command.Name), Has.No.Member("Start-Process"));
    }

    [Test]
    public void Unsigned_file_is_refused()
    {
        var windows = NewMachine();
        windows.Files.SignersByContent.Clear();

        Assert.That(Get(windows, "", "Sample Corporation").Failure, Does.Contain("NotSigned"));
    }

    [TestCase(Content, 0)]
    [TestCase("something else", 1)]
    public void File_that_is_there_is_verified_before_it_is_kept(string there, int downloads)
    {
        var windows = NewMachine();
        windows.Files.CreateFolder(@"C:\media");
        windows.Files.Write(Path, there);

        var result = Get(windows, SimulatedFiles.Sha256(Content), "");

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(
            result.Commands.Count(command => command.Name == "Invoke-WebRequest"), Is.EqualTo(downloads));
    }

    [TestCase("setup files/Exch%C3%A4nge+SE #1?.exe")]
    [TestCase("a//b/../setup.exe")]
    public void Key_of_an_object_is_taken_as_it_is_written(string key)
    {
        var windows = NewMachine();
        windows.Web.Contents[$"s3://media/{key}"] = Content;

        var result = Get(
            windows, SimulatedFiles.Sha256(Content), "", source: $"s3://media/{key}", region: "eu-west-1");

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Files.Read(Path), Is.EqualTo(Content));
    }

    private static SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Web.Contents[Address] = Content;
        windows.Files.SignersByContent[Content] = Subject;
        windows.Programs.Add("setup.exe", Effect.Changes, _ => new(0));
        return windows;
    }

    private static RunResult Get(
        SimulatedWindows windows, string hash, string signer, string then = "", string source = Address,
        string region = "") =>
        SampleScripts.Step(
            windows,
            $"Get-VerifiedFile -Source '{source}' -Path '{Path}' -Sha256 '{hash}' "
                + $"-Signer '{signer}' -Region '{region}'\n{then}",
            // Once the step has acted, the file decides.
            "if (-not $acted.Count) { $acted.Count = 1; return $false }\n"
                + $"return (Test-Path -LiteralPath '{Path}')",
            parameters: "[Parameter()] $acted = @{ Count = 0 }").Once();
}
