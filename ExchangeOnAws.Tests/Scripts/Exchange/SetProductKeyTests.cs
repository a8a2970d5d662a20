using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetProductKeyTests : ScriptSuite
{
    private const string Arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:key-AbCdEf";
    private const string Key = "ABCDE-FGHIJ-KLMNO-PQRST-UVWXY";

    protected override string Script => "Exchange/Set-ProductKey";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["ProductKeySecretArn"] = Arn };

    [Test]
    public void Without_a_secret_it_stays_an_evaluation_edition()
    {
        var windows = NewMachine();

        var result = ScriptRun.Of(Library, Script, windows, new Dictionary<string, string>()).Once();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
        Assert.That(windows.Area<SimulatedLicense>().Key, Is.Empty);
    }

    [Test]
    public void Key_that_exchange_refuses_is_masked_in_its_message()
    {
        var windows = NewMachine();
        var wrong = Key.Replace("ABCDE", "WRONG", StringComparison.Ordinal);
        windows.Secrets.ByArn[Arn] = wrong + "\n";

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain("The product key '********' is invalid."));
        Assert.That(result.Text, Does.Not.Contain(wrong));
    }

    [Test]
    public void Secret_without_a_key_is_refused()
    {
        var windows = NewMachine();
        windows.Secrets.ByArn[Arn] = "{\"key\":\"ABCDE\"}";

        Assert.That(RunOn(windows).Once().Failure, Does.Contain($"secret {Arn} does not hold a product key"));
    }

    /// <summary>It has no information store.</summary>
    [Test]
    public void Edge_transport_server_takes_the_key_without_a_restart()
    {
        var windows = NewMachine();
        windows.Services.All.Remove("MSExchangeIS");
        windows.Registry.Create(SimulatedSetup.Key + "EdgeTransportRole")["UnpackedVersion"] = "15.2.2562.17";

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Area<SimulatedLicense>().Key, Is.EqualTo(Key));
        Assert.That(RunOn(windows).Once().Changes, Is.Empty);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Area<SimulatedComputer>().Name = "EXA1";
        windows.Area<SimulatedLicense>().ServerName = "EXA1";
        windows.Services.All["MSExchangeIS"] =
            new("MSExchangeIS") { StartType = "Automatic", Status = "Running" };
        windows.Secrets.Add(Arn, Key);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedLicense>() is { Key: Key, IsInForce: true };
}
