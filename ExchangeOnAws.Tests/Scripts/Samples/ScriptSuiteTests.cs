using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;
using NUnit.Framework.Internal;

namespace ExchangeOnAws.Tests.Scripts.Samples;

/// <summary>The suite finds what it promises to find: each bad step breaks the test that is for it.</summary>
[TestFixture]
public sealed class ScriptSuiteTests
{
    private const string Folder = "$null = New-Item -Path 'C:\\there' -ItemType 'Directory' -Force";
    private const string IsThere = "return (Test-Path -LiteralPath 'C:\\there')";

    [Test]
    public void Step_that_does_nothing_is_found() =>
        Refuses(new Suite { Set = "$null = 1", Test = "return $true" },
        "Expected: True", suite => suite.First_run_reaches_the_state());

    [Test]
    public void Step_that_acts_each_time_is_found() => Refuses(
        new Suite { Test = $"{Folder}\n{IsThere}" }, "Expected: <empty>",
        suite => suite.Second_run_changes_nothing());

    [Test]
    public void Step_that_a_restart_breaks_is_found() => Refuses(
        new Suite
        {
            Set = $"$null = New-Item -Path 'C:\\lock' -ItemType 'Directory'\n{Folder}\n"
                + "Remove-Item -LiteralPath 'C:\\lock'",
            Test = "if (Test-Path -LiteralPath 'C:\\lock') { throw 'somebody else is at work' }\n" + IsThere,
        },
        "somebody else is at work",
        suite => suite.Restart_after_any_change_still_ends_in_the_state());

    [Test]
    public void Step_that_hides_a_failure_is_found() => Refuses(
        new Suite { Set = $"try {{ {Folder} }} catch {{ $null = 1 }}" },
        "New-Item",
        suite => suite.Failure_at_any_command_is_reported_and_the_next_run_finishes());

    [Test]
    public void Step_that_writes_a_secret_is_found() => Refuses(
        new Suite
        {
            Set = $"{Folder}\nSet-Content -LiteralPath 'C:\\there\\x' -Value (Get-SecretText "
                + $"-SecretArn '{SampleScripts.AccountSecretArn}' -Key 'password')",
        },
        "shows a secret",
        suite => suite.No_secret_leaves_the_script());

    private static void Refuses(Suite suite, string reason, Action<Suite> test)
    {
        using (new TestExecutionContext.IsolatedContext())
        {
            Assert.That(() => test(suite), Throws.InstanceOf<Exception>().With.Message.Contains(reason));
        }
    }

    /// <summary>A good step, unless a test above makes it a bad one.</summary>
    private sealed class Suite : ScriptSuite
    {
        public string Set { get; init; } = Folder;

        public string Test { get; init; } = IsThere;

        protected override string Script => "Samples/Test-Step";

        protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>();

        protected override ScriptRun RunOn(SimulatedWindows windows) =>
            SampleScripts.Step(windows, Set, Test);

        protected override bool IsReached(SimulatedWindows windows) => windows.Files.IsFolder(@"C:\there");

        protected override SimulatedWindows NewMachine()
        {
            var windows = new SimulatedWindows();
            windows.Secrets.AddAccount(SampleScripts.AccountSecretArn, @"CORP\setup", SampleScripts.Password);
            return windows;
        }
    }
}
