using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class InstallForestTests : ScriptSuite
{
    protected override string Script => "Directory/Install-Forest";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["DomainName"] = DomainMachines.Domain,
        ["NetBiosName"] = "MAIL",
        ["AdministratorSecretArn"] = DomainMachines.AdministratorArn,
        ["SafeModeSecretArn"] = DomainMachines.SafeModeArn,
        ["DataDrive"] = "D",
    };

    [Test]
    public void Forest_is_made_once_and_its_directory_awaited()
    {
        var windows = NewMachine();

        var result = RunOn(windows).ToEnd();

        Assert.That(windows.Restarts, Is.EqualTo(1));
        Assert.That(result.Changes.Count(command => command.Name == "Install-ADDSForest"), Is.EqualTo(1));
        Assert.That(result.Text, Does.Contain("Waits up to 1800 s for the directory of mail.example.com"));
        Assert.That(windows.Area<SimulatedDirectory>().Paths, Is.EqualTo(@"D:\NTDS D:\NTDS D:\SYSVOL"));
    }

    /// <summary>Promoted, not restarted: the role is there, the directory is not.</summary>
    [Test]
    public void Domain_controller_of_the_domain_is_not_promoted_again()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDirectory>().Create(DomainMachines.Domain, "MAIL");
        PromotionHandlers.Complete(windows, role: 5);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    /// <summary>The first one was replaced: its forest lives on the others.</summary>
    [Test]
    public void Second_forest_beside_living_domain_controllers_is_refused()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Lost.Add("DCB1");
        var parameters = new Dictionary<string, string>(Parameters)
        {
            ["Controllers"] = "DCB1,DCC1",
        };

        var refused = ScriptRun.Of(Library, Script, windows, parameters).Once();

        Assert.That(refused.Failure, Does.Contain(
            "a domain controller answers at DCC1, so there is a forest already"));
        Assert.That(refused.Changes, Is.Empty);
    }

    [Test]
    public void Domain_controller_of_another_domain_is_refused()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDirectory>().Create("other.example.com", "OTHER");
        PromotionHandlers.Complete(windows, role: 5);

        Assert.That(
            RunOn(windows).Once().Failure, Does.Contain("is a domain controller of other.example.com"));
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
    public void Member_server_is_refused()
    {
        var windows = NewMachine();
        var computer = windows.Area<SimulatedComputer>();
        (computer.Domain, computer.DomainRole) = ("old.example.com", 3);

        Assert.That(RunOn(windows).Once().Failure, Does.Contain("is a member of old.example.com"));
    }

    [TestCase("ReFS", 'D')]
    [TestCase("NTFS", 'E')]
    public void Drive_that_cannot_hold_SYSVOL_is_named(string fileSystem, char letter)
    {
        var windows = NewMachine();
        var disk = windows.Area<SimulatedDisks>().All[^1];
        (disk.FileSystem, disk.DriveLetter) = (fileSystem, letter);

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain("drive D: is missing or not NTFS"));
        Assert.That(windows.Area<SimulatedLocalUsers>().All["Administrator"].Password, Is.Empty);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = DomainMachines.Promotable();
        windows.Area<SimulatedLocalUsers>().All["Administrator"].IsEnabled = false;
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows)
    {
        var directory = windows.Area<SimulatedDirectory>();
        return windows.Area<SimulatedComputer>() is { Domain: DomainMachines.Domain, DomainRole: 5 }
            && windows.Now >= directory.ReadyAt && directory.NetBiosName == "MAIL"
            && directory.Get("user", "Administrator")
                is { Password: DomainMachines.AdministratorPassword } user
            && user.Is("Enabled");
    }
}
