using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class InstallDomainControllerTests : ScriptSuite
{
    protected override string Script => "Directory/Install-DomainController";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["DomainName"] = DomainMachines.Domain,
        ["SiteName"] = "eu-west-1",
        ["AdministratorSecretArn"] = DomainMachines.AdministratorArn,
        ["SafeModeSecretArn"] = DomainMachines.SafeModeArn,
        ["DataDrive"] = "D",
    };

    [Test]
    public void Server_is_promoted_once()
    {
        var windows = NewMachine();

        var result = RunOn(windows).ToEnd();

        Assert.That(windows.Restarts, Is.EqualTo(1));
        Assert.That(
            result.Changes.Count(command => command.Name == "Install-ADDSDomainController"), Is.EqualTo(1));
        Assert.That(result.Text, Does.Contain("in site eu-west-1, as Administrator@mail.example.com"));
    }

    [Test]
    public void Promotion_without_its_restart_is_not_repeated()
    {
        var windows = NewMachine();
        RunOn(windows).Once();

        var second = RunOn(windows).Once();

        Assert.That(second.ExitCode, Is.EqualTo(3010), second.Text);
        Assert.That(windows.Area<SimulatedDirectory>().Promotions, Is.EqualTo(1));
    }

    [Test]
    public void First_domain_controller_is_awaited_and_named_when_it_does_not_come()
    {
        var windows = NewMachine();
        windows.Area<SimulatedComputer>().ReachableDomains.Clear();

        var result = RunOn(windows).Once();

        Assert.That(
            result.Failure, Does.Contain("Waited 1800 s for a domain controller of mail.example.com"));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Wrong_password_of_the_domain_promotes_nothing()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDirectory>().Get("user", "Administrator").Password = "another";

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does.Contain("Verification of user credential permissions failed"));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = DomainMachines.Promotable();
        var directory = windows.Area<SimulatedDirectory>();
        directory.Create(DomainMachines.Domain, "MAIL");
        var administrator = directory.Add("user", "Administrator", $"CN=Users,{directory.Root}");
        administrator.Properties["SamAccountName"] = "Administrator";
        administrator.Properties["Enabled"] = true;
        administrator.Password = DomainMachines.AdministratorPassword;
        windows.Area<SimulatedComputer>().ReachableDomains[DomainMachines.Domain] = ["10.0.0.2"];
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedComputer>() is { Domain: DomainMachines.Domain, DomainRole: 4 }
        && windows.Now >= windows.Area<SimulatedDirectory>().ReadyAt;
}
