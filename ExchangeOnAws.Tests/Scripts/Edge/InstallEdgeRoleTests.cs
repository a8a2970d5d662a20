using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class InstallEdgeRoleTests : ScriptSuite
{
    protected override string Script => "Edge/Install-EdgeRole";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["FullName"] = "EDGEA1.example.com",
        ["AccountSecretArn"] = EdgeMachines.SecretArn,
        ["SetupSwitches"] = "/IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF",
    };

    [Test]
    public void Setup_runs_as_the_local_account_and_the_server_restarts_once()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();

        Assert.That(windows.Area<SimulatedEdgeSetup>().Runs, Is.EqualTo(new[]
        {
            EdgeMachines.Account + " /Mode:Install /Roles:EdgeTransport "
                + "/IAcceptExchangeServerLicenseTerms_DiagnosticDataOFF",
        }));
        Assert.That(windows.Restarts, Is.EqualTo(1));
    }

    [Test]
    public void Installation_that_breaks_off_is_named_and_resumed()
    {
        var windows = NewMachine();
        windows.Area<SimulatedEdgeSetup>().Fails = true;

        var failed = RunOn(windows).Once();
        var resumed = RunOn(windows).ToEnd();

        Assert.That(failed.Failure, Does
            .Contain("Setup.exe /Mode:Install returned 1: The following error was")
            .And.Contain("EdgeTransportRole (action Install, watermark b5b5a1d0c2f84b5d)")
            .And.Contain("run this step again: setup resumes").And.Contain(SimulatedSetup.Log));
        Assert.That(resumed.Text, Does.Contain("Resumes an installation that broke off: AdminTools"));
        Assert.That(resumed.ExitCode, Is.Zero, resumed.Text);
        Assert.That(IsReached(windows), Is.True);
    }

    [TestCase("AdminTools")]
    [TestCase("EdgeTransportRole")]
    public void Setup_that_left_a_role_out_is_not_believed(string role)
    {
        var windows = Installed();
        windows.Registry.Keys.Remove(SimulatedSetup.Key + role);
        windows.Area<SimulatedEdgeSetup>().IsIdle = true;

        Assert.That(RunOn(windows).Once().Failure, Does.Contain(
            $"Setup.exe returned 0, but these roles are not finished: {role} (not there)"));
    }

    /// <summary>Name and suffix cannot be changed afterwards.</summary>
    [TestCase("EDGEA1", "example.net", "this server is EDGEA1.example.net")]
    [TestCase("EC2AMAZ-TEST", "example.com", "this server is EC2AMAZ-TEST.example.com")]
    [TestCase("EDGEA1", null, "this server is EDGEA1, and setup would keep that name")]
    public void Server_with_another_full_name_is_refused(string name, string? suffix, string reason)
    {
        var windows = NewMachine();
        windows.Area<SimulatedComputer>().Name = name;
        windows.Registry.Create(SimulatedSuffix.Key).Remove("Domain");
        if (suffix is not null)
        {
            windows.Registry.Create(SimulatedSuffix.Key)["Domain"] = suffix;
        }

        Refused(windows, reason);
    }

    [Test]
    public void Server_without_its_directory_service_is_refused()
    {
        var windows = NewMachine();
        windows.Features.States["ADLDS"] = "InstallPending";

        Refused(windows, "EDGEA1.example.com has no Windows feature ADLDS");
    }

    [Test]
    public void Member_of_a_domain_is_refused()
    {
        var windows = NewMachine();
        windows.Area<SimulatedComputer>().Domain = "corp.example.com";

        Refused(windows, "EDGEA1 is a member of corp.example.com");
    }

    [Test]
    public void Upgrade_that_broke_off_is_refused()
    {
        var windows = Installed();
        windows.Registry.Create(SimulatedSetup.Key + "EdgeTransportRole")["UnpackedVersion"] = "15.2.3000.1";

        Refused(windows, "an upgrade broke off");
    }

    [TestCase("ADAM_MSExchange")]
    [TestCase("MSExchangeEdgeCredential")]
    [TestCase("MSExchangeServiceHost")]
    public void Disabled_service_may_start_again(string name)
    {
        var windows = Installed();
        var service = windows.Services.Get(name);
        (service.StartType, service.Status) = ("Disabled", "Stopped");

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(service.Status, Is.EqualTo("Running"));
        Assert.That(windows.Area<SimulatedEdgeSetup>().Runs, Is.Empty);
    }

    /// <summary>Between a subscription file and the synchronisation.</summary>
    [Test]
    public void Service_that_a_subscription_has_stopped_stays_so()
    {
        var windows = Installed();
        windows.Services.Get(SimulatedEdge.Transport).StartType = "Disabled";

        Assert.That(RunOn(windows).ToEnd().Changes, Is.Empty);
    }

    [Test]
    public void Setup_that_runs_already_is_awaited_and_not_doubled()
    {
        var windows = NewMachine();
        windows.Area<SimulatedSetup>().RunsUntil = windows.Now + TimeSpan.FromMinutes(30);
        windows.After(TimeSpan.FromMinutes(29), () => windows.Area<SimulatedEdgeSetup>().Complete(windows));

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
        Assert.That(windows.Area<SimulatedEdgeSetup>().Runs, Is.Empty);
    }

    [Test]
    public void Restart_that_windows_waits_for_comes_first()
    {
        const string Key =
            @"HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending";
        var windows = NewMachine();
        windows.Registry.Create(Key);
        windows.AtRestart(() => windows.Registry.Keys.Remove(Key));

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Restarts, Is.EqualTo(2));
    }

    /// <summary>Documented: 40 minutes.</summary>
    protected override SimulatedWindows NewMachine()
    {
        var windows = EdgeMachines.New();
        SimulatedSuffix.Set(windows, "example.com");
        windows.Features.States["ADLDS"] = "Installed";
        windows.Secrets.PasswordsByAccount[EdgeMachines.Account] = EdgeMachines.Password;
        windows.Area<SimulatedComputer>().LocalGroups["Administrators"].Add(EdgeMachines.Account);
        SimulatedEdgeSetup.AddTo(windows, TimeSpan.FromMinutes(40));
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows)
    {
        var setup = windows.Area<SimulatedEdgeSetup>();
        return SimulatedEdgeSetup.IsInstalled(windows) && setup.InstalledAs == "EDGEA1.example.com"
            && setup.InstalledAt < windows.BootedAt
            && windows.Services.Get("ADAM_MSExchange").Status == "Running";
    }

    private void Refused(SimulatedWindows windows, string reason)
    {
        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain(reason));
        Assert.That(result.Changes, Is.Empty);
    }

    private SimulatedWindows Installed()
    {
        var windows = NewMachine();
        windows.Area<SimulatedEdgeSetup>().Complete(windows);
        windows.Restart();
        return windows;
    }
}
