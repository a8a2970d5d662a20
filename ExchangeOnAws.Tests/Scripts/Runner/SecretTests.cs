using ExchangeOnAws.Tests.Scripts.Samples;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class SecretTests
{
    private const string Arn = SampleScripts.AccountSecretArn;

    [TestCase($"Get-SecretText -SecretArn '{Arn}'")]
    [TestCase($"Get-SecretText -SecretArn '{Arn}' -Key 'password'")]
    [TestCase($"throw (Get-SecretText -SecretArn '{Arn}' -Key 'password')")]
    [TestCase($"(Get-SecretCredential -SecretArn '{Arn}').GetNetworkCredential().Password")]
    [TestCase("Wait-Until -What 'x' -TimeoutSeconds 1 -Hint 'y.' "
        + $"-Condition {{ Get-SecretText -SecretArn '{Arn}' }}")]
    [TestCase($"Request-Restart -Reason (Get-SecretText -SecretArn '{Arn}' -Key 'password')")]
    [TestCase($"$x = Get-SecretText -SecretArn '{Arn}'; Invoke-Native -Name 'nltest.exe'")]
    public void Secret_that_a_step_gives_away_is_masked(string set)
    {
        var windows = NewMachine();

        var result = SampleScripts.Step(windows, set).Once();

        Assert.That(result.Text, Does.Contain("********"));
        foreach (var (place, text) in LeakSearch.Places(windows, result))
        {
            Assert.That(text, Does.Not.Contain(SampleScripts.Password), place);
        }
    }

    [Test]
    public void Credential_has_the_user_and_password_of_the_secret()
    {
        var result = SampleScripts.Step(NewMachine(), $$"""
            $credential = Get-SecretCredential -SecretArn '{{Arn}}'
            '{0} {1}' -f $credential.UserName, $credential.GetNetworkCredential().Password.Length
            """).Once();

        Assert.That(result.Output, Has.Some.EndsWith($@"CORP\setup {SampleScripts.Password.Length}"));
    }

    [TestCase("Get-SecretText -SecretArn 'arn:aws:secretsmanager:eu-west-1:1:secret:none'",
        "can't find the specified secret")]
    [TestCase($"Get-SecretText -SecretArn '{Arn}' -Key 'pin'", "has no property pin")]
    [TestCase("Get-SecretText -SecretArn 'arn:aws:secretsmanager:eu-west-1:1:secret:plain' -Key 'x'",
        "Store it as a JSON object")]
    public void Secret_that_is_not_as_expected_is_named(string set, string reason)
    {
        var result = SampleScripts.Step(NewMachine(), set).Once();

        Assert.That(result.Failure, Does.Contain(reason).And.Not.Contain("plain text"));
    }

    private static SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Secrets.AddAccount(Arn, @"CORP\setup", SampleScripts.Password);
        windows.Secrets.Add("arn:aws:secretsmanager:eu-west-1:1:secret:plain", "plain text");
        windows.Programs.Add("nltest.exe", Effect.Reads, _ => new(1, $"told: {SampleScripts.Password}"));
        return windows;
    }
}
