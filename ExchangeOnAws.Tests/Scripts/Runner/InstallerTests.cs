using ExchangeOnAws.Tests.Scripts.Samples;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

[TestFixture]
public sealed class InstallerTests
{
    [Test]
    public void Exit_code_zero_without_evidence_fails() => Assert.That(
        Install(new(), _ => new(0)).Failure,
        Does.Contain(@"C:\x\setup.exe returned 0, but what it installs is not there"));

    [Test]
    public void Other_exit_code_fails_with_the_hint() =>
        Assert.That(Install(new(), _ => new(1603)).Failure, Does.Contain("returned 1603. See the log."));

    [TestCase(3010)]
    [TestCase(1641)]
    public void Restart_code_asks_for_a_restart(int code) =>
        Assert.That(Install(new(), _ => new(code)).ExitCode, Is.EqualTo(3010));

    [Test]
    public void Installer_that_hangs_is_given_up() => Assert.That(
        Install(new(), _ => new(0), TimeSpan.FromHours(9)).Failure,
        Does.Contain("last answer: it still runs. See the log."));

    [TestCase("msi", "msiexec.exe", "/i \"C:\\x\\setup.msi\" /qn /norestart")]
    [TestCase("msu", "wusa.exe", "\"C:\\x\\setup.msu\" /quiet /norestart")]
    public void Package_runs_in_its_program(string extension, string program, string arguments)
    {
        var windows = new SimulatedWindows();
        ProgramStart? started = null;
        windows.Programs.Add(program, Effect.Changes, start =>
        {
            started = start;
            return new(0);
        });

        SampleScripts.Step(windows, Set(extension)).Once();

        Assert.That(started?.Arguments, Is.EqualTo(arguments));
    }

    private static RunResult Install(
        SimulatedWindows windows, Func<ProgramStart, ProgramEnd> run, TimeSpan? duration = null)
    {
        windows.Programs.Add("setup.exe", Effect.Changes, run, duration);
        return SampleScripts.Step(windows, Set("exe")).Once();
    }

    private static string Set(string extension) =>
        $@"Invoke-Installer -Path 'C:\x\setup.{extension}' -Hint 'See the log.' "
            + @"-Evidence { Test-Path -LiteralPath 'C:\product' }";
}
