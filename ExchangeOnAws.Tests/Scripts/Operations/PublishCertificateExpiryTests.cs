using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class PublishCertificateExpiryTests : ScriptSuite
{
    private const string File =
        @"C:\ProgramData\ExchangeOnAws\Steps\Publish-CertificateExpiry.published";

    protected override string Script => "Operations/Publish-CertificateExpiry";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["StackName"] = "prod",
        ["HostName"] = "EXA1",
    };

    [Test]
    public void Days_are_whole_days_that_are_left()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();

        // From noon on 1 November 2026 to midnight at the beginning of 2028.
        Assert.That(
            windows.Area<SimulatedMetrics>().All,
            Is.EqualTo([new SimulatedMetric(
                "ExchangeOnAws", "DaysToExpiry", "Stack=prod,Host=EXA1", 425, windows.Now)]));
    }

    [TestCase(19, 1)]
    [TestCase(21, 2)]
    [TestCase(24, 2)]
    public void Value_is_published_every_day(int hours, int count)
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Advance(TimeSpan.FromHours(hours));

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Area<SimulatedMetrics>().All, Has.Count.EqualTo(count));
    }

    [Test]
    public void Renewed_certificate_ends_an_alarm_at_the_next_run()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        var chain = windows.Area<SimulatedSites>().Hosts[ClientAccessMachines.Fqdn].Chain;
        chain[0] = ClientAccessMachines.NewCertificate("CN=new", ClientAccessMachines.End.AddDays(10));

        RunOn(windows).ToEnd();

        Assert.That(
            windows.Area<SimulatedMetrics>().All.Select(metric => metric.Value), Is.EqualTo([425, 435]));
    }

    [TestCase("")]
    [TestCase("not a time")]
    [TestCase("999999999999999999 x prod/EXA1")]
    public void File_that_proves_nothing_is_written_anew(string content)
    {
        var windows = NewMachine();
        windows.Files.CreateFolder(@"C:\ProgramData\ExchangeOnAws\Steps");
        windows.Files.Write(File, content);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    /// <summary>The clock was wrong when it was written.</summary>
    [Test]
    public void Value_of_the_future_is_published_anew()
    {
        var windows = NewMachine();
        var thumbprint = ClientAccessMachines.OwnCertificate.Thumbprint;
        windows.Files.CreateFolder(@"C:\ProgramData\ExchangeOnAws\Steps");
        windows.Files.Write(File, $"{windows.Now.AddDays(1).Ticks} {thumbprint} prod/EXA1");

        RunOn(windows).ToEnd();

        Assert.That(windows.Area<SimulatedMetrics>().All, Has.Count.EqualTo(1));
    }

    [Test]
    public void Value_under_another_name_is_published_anew()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        var parameters = new Dictionary<string, string>(Parameters) { ["StackName"] = "test" };

        ScriptRun.Of(Library, Script, windows, parameters).ToEnd();

        Assert.That(
            windows.Area<SimulatedMetrics>().All.Select(metric => metric.Dimensions),
            Is.EqualTo(["Stack=prod,Host=EXA1", "Stack=test,Host=EXA1"]));
    }

    [Test]
    public void Certificate_that_has_ended_is_published_as_a_negative_number()
    {
        var windows = NewMachine();
        windows.Advance(TimeSpan.FromDays(426));

        RunOn(windows).ToEnd();

        Assert.That(windows.Area<SimulatedMetrics>().All[0].Value, Is.Negative);
    }

    [Test]
    public void Server_that_does_not_answer_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedSites>().Hosts[ClientAccessMachines.Fqdn].IsDown = true;

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain("curl: (28) Connection timed out"));
    }

    [Test]
    public void Curl_that_shows_no_certificate_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedSites>().IsOldCurl = true;

        Assert.That(
            RunOn(windows).ToEnd().Failure,
            Does.Contain("curl.exe shows no certificate of EXA1.corp.example.com; it does since"));
    }

    protected override SimulatedWindows NewMachine() => ClientAccessMachines.Server();

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedMetrics>().All is [_, ..] && windows.Files.IsFile(File);
}
