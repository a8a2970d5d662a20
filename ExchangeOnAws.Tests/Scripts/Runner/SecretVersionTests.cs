using ExchangeOnAws.Tests.Scripts.Samples;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class SecretVersionTests
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:handover-AbCdEf";
    private const string Text = "handed over";

    [TestCase($"Set-SecretText -SecretArn '{Arn}' -Text '{Text}'; '{Text}'")]
    [TestCase($"(Find-SecretText -SecretArn '{Arn}' -Stage 'AWSPREVIOUS').Text")]
    public void Text_that_is_written_or_found_is_masked(string set)
    {
        var windows = NewMachine(Text, "{}");

        var result = SampleScripts.Step(windows, set).Once();

        Assert.That(result.Text, Does.Contain("********").And.Not.Contain(Text));
    }

    [Test]
    public void Secret_that_may_not_be_read_is_not_taken_for_an_empty_one()
    {
        var windows = NewMachine();
        windows.Area<SimulatedHandover>().MayRead = false;

        var result = SampleScripts.Step(windows, $"(Find-SecretText -SecretArn '{Arn}').Text").Once();

        Assert.That(result.Failure, Does.Contain("not authorized"));
    }

    private static SimulatedWindows NewMachine(params string[] texts)
    {
        var windows = new SimulatedWindows();
        windows.Area<SimulatedHandover>().Secrets.ByArn[Arn] =
            [.. texts.Select(text => new SecretVersion(text, windows.Now))];
        return windows;
    }
}
