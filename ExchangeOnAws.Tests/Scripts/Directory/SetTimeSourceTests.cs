using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetTimeSourceTests : ScriptSuite
{
    private const string Key = @"HKLM:\SYSTEM\CurrentControlSet\Services\W32Time\";

    protected override string Script => "Directory/Set-TimeSource";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["TimeServer"] = "169.254.169.123",
        ["DomainName"] = DomainMachines.Domain,
    };

    [TestCase(3)]
    [TestCase(4)]
    public void Other_server_follows_the_domain(int role)
    {
        var windows = NewMachine();
        windows.Area<SimulatedComputer>().DomainRole = role;

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Registry[Key + "Parameters", "Type"], Is.EqualTo("NT5DS"));
        Assert.That(RunOn(windows).ToEnd().Changes, Is.Empty);
    }

    [Test]
    public void Server_outside_the_domain_is_refused()
    {
        var windows = NewMachine();
        windows.Area<SimulatedComputer>().Domain = "WORKGROUP";

        Assert.That(RunOn(windows).Once().Failure, Does.Contain("is in WORKGROUP, not in mail.example.com"));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = DomainMachines.Controller();
        DomainPrograms.AddTime(windows);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Registry[Key + "Parameters", "Type"] is "NTP"
        && windows.Registry[Key + "Parameters", "NtpServer"] is "169.254.169.123,0x9"
        && windows.Registry[Key + "Config", "AnnounceFlags"] is 5
        && windows.Services.Get("W32Time") is { Status: "Running", StartType: "Automatic" };
}
