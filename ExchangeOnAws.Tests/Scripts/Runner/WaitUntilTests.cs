using ExchangeOnAws.Tests.Scripts.Samples;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

[TestFixture]
public sealed class WaitUntilTests
{
    [Test]
    public void Timeout_says_what_how_long_last_answer_and_what_to_do()
    {
        var windows = new SimulatedWindows();
        var start = windows.Now;

        var result = SampleScripts.Step(windows, Wait("throw 'RPC server is unavailable.'")).Once();

        Assert.That(result.Failure, Does.Contain("Waited 1800 s for a domain controller of mail.example.com; "
            + "last answer: RPC server is unavailable. Check this server's DNS addresses."));
        Assert.That(windows.Now - start, Is.EqualTo(TimeSpan.FromSeconds(1800)));
    }

    [Test]
    public void Condition_that_comes_true_ends_the_wait()
    {
        var windows = new SimulatedWindows();
        windows.After(TimeSpan.FromMinutes(5), () => windows.Files.CreateFolder(@"C:\there"));
        const string isThere = @"Test-Path -LiteralPath 'C:\there'";

        var result = SampleScripts.Step(windows, Wait(isThere), $"return ({isThere})").Once();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
    }

    private static string Wait(string condition) => $$"""
        $wait = @{ What = 'a domain controller of mail.example.com'; Hint = 'Check this server''s DNS addresses.' }
        Wait-Until @wait -TimeoutSeconds 1800 -Condition { {{condition}} }
        """;
}
