using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class ConfirmDomainControllerTests : ScriptSuite
{
    protected override string Script => "Directory/Confirm-DomainController";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["DomainName"] = DomainMachines.Domain,
        ["Partners"] = "DC2,DC3.mail.example.com",
    };

    [Test]
    public void Healthy_server_is_left_alone()
    {
        var windows = NewMachine();
        windows.Advance(TimeSpan.FromHours(1));

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Replication_that_fails_is_named_with_its_partner_and_code() => AssertNamed(
        health => health.Links["DC3"] = 1722,
        "replication of DC=mail from DC3 failed 3 times, last with 1722");

    [Test]
    public void Partner_without_a_link_is_named() =>
        AssertNamed(health => health.Links.Remove("DC2"), "nothing is replicated from DC2 yet");

    [Test]
    public void Missing_share_is_named() =>
        AssertNamed(health => health.Shares.Remove("SYSVOL"), "SYSVOL is not shared");

    [Test]
    public void Missing_record_is_named() => AssertNamed(
        health => health.Controllers.Remove("DC1.mail.example.com"),
        "the record _ldap._tcp.dc._msdcs.mail.example.com does not name DC1.mail.example.com");

    [Test]
    public void Stopped_service_is_named()
    {
        var windows = NewMachine();
        windows.Services.All["ADWS"].Status = "Stopped";

        Assert.That(
            RunOn(windows).Once().Failure, Does.Contain("last answer: service ADWS is Stopped. See dcdiag"));
    }

    [Test]
    public void Only_domain_controller_needs_no_replication()
    {
        var windows = NewMachine();
        windows.Area<SimulatedHealth>().Links.Clear();
        var alone = new Dictionary<string, string>
        {
            ["DomainName"] = DomainMachines.Domain,
            ["Partners"] = "",
        };

        Assert.That(ScriptRun.Of(Library, Script, windows, alone).ToEnd().ExitCode, Is.Zero);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = DomainMachines.Controller();
        windows.Area<SimulatedComputer>().Name = "DC1";
        windows.Programs.Add("repadmin.exe", Effect.Changes, _ => new(0, "Consistency check successful."));
        var health = windows.Area<SimulatedHealth>();
        health.HealthyAt = windows.Now + TimeSpan.FromSeconds(20);
        health.Controllers.AddRange(["DC1.mail.example.com", "DC2.mail.example.com"]);
        (health.Links["DC2"], health.Links["DC3"]) = (0, 0);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Now >= windows.Area<SimulatedHealth>().HealthyAt;

    private void AssertNamed(Action<SimulatedHealth> harm, string fault)
    {
        var windows = NewMachine();
        harm(windows.Area<SimulatedHealth>());

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does.Contain(
            "Waited 2700 s for the health of this domain controller of mail.example.com; "
                + $"last answer: {fault}"));
    }
}
