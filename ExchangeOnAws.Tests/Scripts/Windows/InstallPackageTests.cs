using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>A Visual C++ redistributable: an .exe from an address, an uninstall key with a version.</summary>
public sealed class InstallPackageTests : ScriptSuite
{
    private const string Source = "https://download.example.com/VSU_4/vcredist_x64.exe";
    private const string File = @"C:\ProgramData\ExchangeOnAws\Work\Install-Package\vcredist_x64.exe";
    private const string Installer = "the redistributable";
    private const string Uninstall = @"HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall";
    private const string Transaction =
        @"HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Installer\InProgress";
    private const int Sufficient = 184610406;

    protected override string Script => "Windows/Install-Package";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["Name"] = "Microsoft Visual C++ 2012 x64 Additional Runtime",
        ["Source"] = Source,
        ["Signer"] = "Microsoft Corporation",
        ["DetectionKey"] = $@"{Uninstall}\*",
        ["DetectionValue"] = "Version",
        ["MinimumVersion"] = $"{Sufficient}",
        ["InstallerArguments"] = "/install  /quiet /norestart",
    };

    [Test]
    public void Arguments_are_split_at_blanks_and_only_administrators_can_exchange_the_file()
    {
        var windows = NewMachine();

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Text, Does.Contain($"Runs {File} /install /quiet /norestart"));
        Assert.That(result.Commands.Single(command => command.Name == "Start-Process").Arguments,
            Does.Match("-ArgumentList /install,/quiet,/norestart( |$)"));
        Assert.That(result.Commands.First(command => command.Name == "icacls.exe").Arguments,
            Does.StartWith(@"C:\ProgramData\ExchangeOnAws\Work\Install-Package /inheritance:r"));
    }

    [TestCase("Microsoft Visual C++ 2012 x64 Additional Runtime - 11.0.61030", Sufficient, 0)]
    [TestCase("Microsoft Visual C++ 2012 x64 Additional Runtime - 11.0.61135", Sufficient + 105, 0)]
    [TestCase("Microsoft Visual C++ 2012 x64 Additional Runtime - 11.0.50727", 184600103, 1)]
    [TestCase("Microsoft Visual C++ 2012 x64 Minimum Runtime - 11.0.61030", Sufficient, 1)]
    public void Only_the_right_package_in_a_sufficient_version_counts(
        string name, int version, int installations)
    {
        var windows = NewMachine();
        Register(windows, "{A}", name, version);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(
            result.Commands.Count(command => command.Name == "Start-Process"), Is.EqualTo(installations));
    }

    [Test]
    public void Version_text_is_compared_as_a_version()
    {
        var windows = NewMachine();
        Register(windows, "{A}", Parameters["Name"], 1);
        windows.Registry.Keys[$@"{Uninstall}\{{A}}"]["DisplayVersion"] = "11.0.61030";
        var parameters = new Dictionary<string, string>(Parameters)
        {
            ["DetectionValue"] = "DisplayVersion",
            ["MinimumVersion"] = "9.0.70000",
        };

        Assert.That(ScriptRun.Of(Library, Script, windows, parameters).Once().Changes, Is.Empty);
    }

    [TestCase("MinimumVersion", "eleven", "\"eleven\", which is no version")]
    [TestCase("DetectionValue", "", "but no DetectionValue to compare it with")]
    [TestCase("Source", "http://example.com/x.exe", "Source")]
    [TestCase("Hash", "0000", "Hash")]
    public void Parameters_that_decide_nothing_are_refused(string name, string value, string reason)
    {
        var windows = NewMachine();
        Register(windows, "{A}", Parameters["Name"], 1);
        var parameters = new Dictionary<string, string>(Parameters) { [name] = value };

        var result = ScriptRun.Of(Library, Script, windows, parameters).Once();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does.Contain(reason));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void File_of_another_signer_is_not_run()
    {
        var windows = NewMachine();
        windows.Files.SignersByContent[Installer] = "CN=Other, O=Other, C=US";

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain("Microsoft Corporation is expected"));
        Assert.That(result.Commands.Select(command => command.Name), Has.No.Member("Start-Process"));
    }

    [Test]
    public void Installer_that_claims_success_is_not_believed()
    {
        var windows = NewMachine();
        windows.Programs.Add("vcredist_x64.exe", Effect.Changes, _ => new());

        Assert.That(RunOn(windows).Once().Failure, Does
            .Contain($"Waited 900 s for {Parameters["Name"]}")
            .And.Contain(@"See the log files in C:\Windows\Temp"));
    }

    [Test]
    public void Restart_of_the_installer_is_done()
    {
        var windows = NewMachine();
        windows.Programs.Add("vcredist_x64.exe", Effect.Changes, start =>
        {
            Register(start.Windows, "{NEW}", Parameters["Name"], Sufficient);
            return new(3010);
        });

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Restarts, Is.EqualTo(1));
    }

    [Test]
    public void Other_installation_is_awaited([Values] bool ends)
    {
        var windows = NewMachine();
        var start = windows.Now;
        windows.Registry.Create(Transaction);
        if (ends)
        {
            windows.After(TimeSpan.FromMinutes(4), () => windows.Registry.Keys.Remove(Transaction));
            windows.Programs.Add("vcredist_x64.exe", Effect.Changes, program =>
            {
                var isBusy = program.Windows.Registry.Keys.ContainsKey(Transaction);
                Register(program.Windows, "{NEW}", Parameters["Name"], Sufficient);
                return new(isBusy ? 1618 : 0);
            });
        }

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Now - start, Is.GreaterThan(TimeSpan.FromMinutes(ends ? 4 : 10)));
    }

    [Test]
    public void Rest_of_the_installation_is_awaited()
    {
        var windows = NewMachine();
        windows.Programs.Add("vcredist_x64.exe", Effect.Changes, start =>
        {
            Register(start.Windows, "{NEW}", Parameters["Name"], Sufficient);
            start.Windows.Registry.Create(Transaction);
            start.Windows.After(
                TimeSpan.FromMinutes(4), () => start.Windows.Registry.Keys.Remove(Transaction));
            return new();
        });

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Registry.Keys.ContainsKey(Transaction), Is.False);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Web.Contents[Source] = Installer;
        windows.Files.SignersByContent[Installer] = ExchangeImages.Microsoft;
        windows.Registry.Create(Uninstall);
        windows.Registry.Create($@"{Uninstall}\AddressBook");
        Register(
            windows, "{OLD}", "Microsoft Visual C++ 2013 x64 Additional Runtime - 12.0.21005", 201347597);
        windows.Programs.Add("vcredist_x64.exe", Effect.Changes, start =>
        {
            if (start.Arguments != "/install /quiet /norestart")
            {
                return new(1);
            }

            Register(start.Windows, "{NEW}", Parameters["Name"] + " - 11.0.61030", Sufficient);
            return new();
        });
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Registry[$@"{Uninstall}\{{NEW}}", "Version"] is Sufficient;

    private static void Register(SimulatedWindows windows, string key, string name, int version)
    {
        var values = windows.Registry.Create($@"{Uninstall}\{key}");
        (values["DisplayName"], values["Version"]) = (name, version);
    }
}
