using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>UCMA: a bootstrapper on the image that returns before its packages are installed.</summary>
public sealed class InstallPackageFromMediaTests : ScriptSuite
{
    private const string Source = @"media:\UCMARedist\Setup.exe";
    private const string Key = @"HKLM:\SOFTWARE\Microsoft\UCMA\{902F4F35-D5DC-4363-8671-D5EF0D26C21D}";

    protected override string Script => "Windows/Install-Package";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["Name"] = "Unified Communications Managed API 4.0 Runtime",
        ["Source"] = Source,
        ["Signer"] = "Microsoft Corporation",
        ["DetectionKey"] = Key,
        ["DetectionValue"] = "Version",
        ["InstallerArguments"] = "-q",
    };

    [Test]
    public void Installer_runs_from_the_image()
    {
        var result = RunOn(NewMachine()).ToEnd();

        Assert.That(result.Text, Does.Contain(@"Runs G:\UCMARedist\Setup.exe -q"));
        Assert.That(result.Commands.Select(command => command.Name), Has.None.EqualTo("Invoke-WebRequest"));
    }

    [Test]
    public void Image_that_is_mounted_already_is_used_as_it_is()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Registry.Keys.Remove(Key);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Area<SimulatedDiskImages>().Mounts, Has.Count.EqualTo(1));
    }

    [Test]
    public void Key_without_its_value_is_not_enough()
    {
        var windows = NewMachine();
        windows.Registry.Create(Key);

        RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Program_of_another_signer_is_not_run()
    {
        var windows = NewMachine();
        windows.Files.SignersByContent[ExchangeImages.Programs[2]] = "CN=Other, O=Other, C=US";

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain(Source).And.Contain("Microsoft Corporation is expected"));
        Assert.That(result.Commands.Select(command => command.Name), Has.No.Member("Start-Process"));
    }

    [Test]
    public void Image_without_the_program_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDiskImages>().FilesByContent[ExchangeImages.Content]
            .Remove(ExchangeImages.Programs[2]);

        Assert.That(RunOn(windows).Once().Failure, Does
            .Contain(@"G:\UCMARedist\Setup.exe is not on the installation image")
            .And.Contain("Give it an https or s3 source."));
    }

    [Test]
    public void Server_without_the_image_is_told_which_step_brings_it()
    {
        var windows = NewMachine();
        windows.Files.Remove(ExchangeImages.Path);

        Assert.That(RunOn(windows).Once().Failure, Does.Contain($"{ExchangeImages.Path} is not there")
            .And.Contain("Run Save-Media first."));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        ExchangeImages.Save(windows);
        windows.Programs.Add("Setup.exe", Effect.Changes, start =>
        {
            start.Windows.After(
                TimeSpan.FromMinutes(4), () => start.Windows.Registry.Create(Key)["Version"] = "5.0.8308.0");
            return new();
        });
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Registry[Key, "Version"] is "5.0.8308.0";
}
