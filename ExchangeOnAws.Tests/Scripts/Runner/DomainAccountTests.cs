using ExchangeOnAws.Tests.Scripts.Samples;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

[TestFixture]
public sealed class DomainAccountTests
{
    [Test]
    public void Program_runs_as_the_account_and_its_result_comes_back()
    {
        var windows = NewMachine(start => new(7, $"{start.User} {start.Arguments}"));

        var result = Run(windows);

        Assert.That(result.Output, Has.Some.EndsWith(@"7: CORP\setup /mode:install"), result.Text);
        Assert.That(windows.Tasks.Registered.Single().RunLevel, Is.EqualTo("Highest"));
        Assert.That(windows.Tasks.Registered.Single().Limit, Is.EqualTo(TimeSpan.FromSeconds(660)));
    }

    [Test]
    public void Task_is_gone_after_a_program_that_hangs()
    {
        var windows = NewMachine(_ => new(0), TimeSpan.FromHours(3));

        var result = Run(windows);

        Assert.That(
            result.Failure,
            Does.Contain(@"Waited 600 s for C:\x\tool.exe; last answer: task state 267009. See the log."));
        Assert.That(windows.Tasks.All, Is.Empty);
    }

    [Test]
    public void Work_folder_is_private()
    {
        var result = Run(NewMachine(_ => new(0)));

        Assert.That(result.Commands.Single(command => command.Name == "icacls.exe").Arguments,
            Does.Contain("/inheritance:r").And.Contain("*S-1-5-18:(OI)(CI)F")
                .And.Contain("*S-1-5-32-544:(OI)(CI)F"));
    }

    private static SimulatedWindows NewMachine(Func<ProgramStart, ProgramEnd> run, TimeSpan? duration = null)
    {
        var windows = new SimulatedWindows();
        windows.Secrets.AddAccount(SampleScripts.AccountSecretArn, @"CORP\setup", SampleScripts.Password);
        windows.Programs.Add("tool.exe", Effect.Changes, run, duration);
        return windows;
    }

    private static RunResult Run(SimulatedWindows windows) => SampleScripts.Step(windows, $$"""
        $run = @{ Name = 'Tool'; Path = 'C:\x\tool.exe'; Arguments = '/mode:install'; TimeoutSeconds = 600 }
        $credential = Get-SecretCredential -SecretArn '{{SampleScripts.AccountSecretArn}}'
        $result = Invoke-AsDomainAccount @run -Credential $credential -Hint 'See the log.'
        '{0}: {1}' -f $result.ExitCode, ($result.Output -join ' ')
        """).Once();
}
