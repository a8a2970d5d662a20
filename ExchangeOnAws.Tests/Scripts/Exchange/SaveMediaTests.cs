using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SaveMediaTests : ScriptSuite
{
    private const string Source = "s3://media/exchange/ExchangeServerSE-x64.iso";
    private const string Partial = @"C:\ExchangeMedia\exchange.partial.iso";

    protected override string Script => "Exchange/Save-Media";

    protected override IReadOnlyDictionary<string, string> Parameters => With(Source);

    [Test]
    public void Hash_is_optional_and_the_log_says_it()
    {
        var windows = NewMachine();

        var result = Run(windows, With(Source, ""));

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Text, Does.Contain(SimulatedFiles.Sha256(ExchangeImages.Content)));
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Hash_that_is_pinned_later_is_known_already()
    {
        var windows = NewMachine();
        Run(windows, With(Source, ""));

        Assert.That(Run(windows, With(Source)).Changes, Is.Empty);
    }

    [Test]
    public void Verified_image_is_not_read_again()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();

        var second = RunOn(windows).Once();

        Assert.That(second.Commands.Select(command => command.Name),
            Has.None.AnyOf("Get-FileHash", "Mount-DiskImage", "Get-AuthenticodeSignature"));
    }

    [Test]
    public void Other_signer_is_verified_again()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        var parameters = With(Source);
        parameters["Signer"] = "Other Corporation";

        Assert.That(Run(windows, parameters).Failure, Does.Contain("Other Corporation is expected"));
    }

    [Test]
    public void Hash_that_is_pinned_wrongly_is_refused()
    {
        var windows = NewMachine();
        Run(windows, With(Source, ""));

        Assert.That(Run(windows, With(Source, new('0', 64))).Failure, Does.Contain($"{Source} has SHA-256"));
        Assert.That(windows.Files.IsFile(ExchangeImages.Path), Is.True);
    }

    [Test]
    public void Image_that_is_gone_is_downloaded_again()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Files.Remove(ExchangeImages.Path);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Image_that_was_cut_short_is_downloaded_again()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Files.Write(ExchangeImages.Path, "the inst");

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Other_bytes_are_thrown_away()
    {
        var windows = NewMachine();
        windows.Web.Contents[Source] = "something else";

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain($"{Source} has SHA-256").And.Contain("is expected"));
        Assert.That(windows.Files.Paths, Has.None.EndsWith(".iso"));
        Assert.That(windows.Area<SimulatedDiskImages>().Mounts, Is.Empty);
    }

    [Test]
    public void Program_of_another_signer_keeps_the_image_from_its_name([Values(0, 1, 2)] int program)
    {
        var windows = NewMachine();
        windows.Files.SignersByContent[ExchangeImages.Programs[program]] = "CN=Other, O=Other, C=US";

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain($"{ExchangeImages.Programs[program]} of {Source}")
            .And.Contain("Microsoft Corporation is expected"));
        Assert.That(windows.Files.IsFile(ExchangeImages.Path), Is.False);
        Assert.That(windows.Area<SimulatedDiskImages>().Mounted, Is.Empty);
    }

    [Test]
    public void Image_of_something_else_is_refused([Values(0, 1)] int program)
    {
        var windows = NewMachine();
        windows.Area<SimulatedDiskImages>().FilesByContent[ExchangeImages.Content]
            .Remove(ExchangeImages.Programs[program]);

        Assert.That(RunOn(windows).Once().Failure, Does
            .Contain($"{Source} has no {ExchangeImages.Programs[program]}, so it is no installation image"));
        Assert.That(windows.Files.IsFile(ExchangeImages.Path), Is.False);
    }

    [Test]
    public void Release_without_ucma_is_fine()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDiskImages>().FilesByContent[ExchangeImages.Content]
            .Remove(ExchangeImages.Programs[2]);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
    }

    [Test]
    public void Full_drive_is_named_before_the_download()
    {
        var windows = NewMachine();
        windows.Area<SimulatedPaging>().FreeOnSystemDrive = 9UL << 30;
        windows.Files.CreateFolder(@"C:\ExchangeMedia");
        windows.Files.Write(Partial, "half of it");

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain("C: has 9.0 GB free, and an installation image needs 10."));
        Assert.That(result.Commands.Select(command => command.Name), Has.No.Member("Read-S3Object"));
        Assert.That(windows.Files.IsFile(Partial), Is.False, "Its room is needed.");
    }

    [TestCase(Partial)]
    [TestCase(ExchangeImages.Path)]
    public void Image_that_an_interrupted_run_left_is_used_when_its_hash_is_right(string path)
    {
        var windows = NewMachine();
        windows.Files.CreateFolder(@"C:\ExchangeMedia");
        windows.Files.Write(path, ExchangeImages.Content);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(IsReached(windows), Is.True);
        Assert.That(result.Commands.Select(command => command.Name), Has.No.Member("Read-S3Object"));
    }

    [Test]
    public void Image_that_nothing_vouches_for_is_downloaded_again([Values] bool isMounted)
    {
        var windows = NewMachine();
        ExchangeImages.Save(windows);
        windows.Files.Write(ExchangeImages.Path, "an image of another release");
        if (isMounted)
        {
            windows.Area<SimulatedDiskImages>().Mounted[ExchangeImages.Path] = 'G';
        }

        var result = Run(windows, With(Source, ""));

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Files.Read(ExchangeImages.Path), Is.EqualTo(ExchangeImages.Content));
    }

    [Test]
    public void New_source_replaces_the_old_image_when_it_is_verified()
    {
        const string next = "https://example.com/next.iso";
        var windows = NewMachine();
        RunOn(windows).ToEnd();

        var failed = Run(windows, With(next, ""));
        Assert.That(failed.Failure, Does.Contain("404"));
        Assert.That(windows.Files.Read(ExchangeImages.Path), Is.EqualTo(ExchangeImages.Content));

        windows.Web.Contents[next] = "the next image";
        windows.Area<SimulatedDiskImages>().FilesByContent["the next image"] =
            ExchangeImages.Programs.ToDictionary(path => path);
        Assert.That(Run(windows, With(next, "")).ExitCode, Is.Zero);
        Assert.That(windows.Files.Read(ExchangeImages.Path), Is.EqualTo("the next image"));
    }

    [Test]
    public void Only_administrators_can_exchange_the_image()
    {
        var windows = NewMachine();

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Commands.Single(command => command.Name == "icacls.exe").Arguments,
            Does.StartWith(@"C:\ExchangeMedia /inheritance:r"));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        ExchangeImages.Add(windows);
        windows.Web.Contents[Source] = ExchangeImages.Content;
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Files.IsFile(ExchangeImages.Path)
        && windows.Files.Read(ExchangeImages.Path) == ExchangeImages.Content
        && windows.Files.IsFile(@"C:\ExchangeMedia\verified.txt")
        && !windows.Files.IsFile(Partial)
        && windows.Area<SimulatedDiskImages>() is { Mounted.Count: 0, Mounts.Count: > 0 };

    private RunResult Run(SimulatedWindows windows, IReadOnlyDictionary<string, string> parameters) =>
        ScriptRun.Of(Library, Script, windows, parameters).ToEnd();

    private static Dictionary<string, string> With(string source, string? hash = null) => new()
    {
        ["Source"] = source,
        ["Signer"] = "Microsoft Corporation",
        ["Hash"] = hash ?? SimulatedFiles.Sha256(ExchangeImages.Content),
    };
}
