using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class JoinDomainTests : ScriptSuite
{
    private const string SecretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:join-AbCdEf";
    private const string Password = "join-p\"a's$w0rd";

    protected override string Script => "Windows/Join-Domain";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["DomainName"] = "mail.example.com",
        ["JoinSecretArn"] = SecretArn,
        ["OrganizationalUnit"] = "OU=Servers,DC=mail,DC=example,DC=com",
    };

    [Test]
    public void Domain_that_is_not_up_yet_is_awaited()
    {
        var windows = NewMachine();
        var start = windows.Now;
        DomainPrograms.AddLocator(windows, start + TimeSpan.FromMinutes(20));

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Now, Is.GreaterThan(start + TimeSpan.FromMinutes(20)));
    }

    [Test]
    public void Domain_that_never_answers_is_named_with_the_last_answer()
    {
        var windows = NewMachine();
        windows.Area<SimulatedComputer>().DnsServers.Clear();

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does
            .Contain("Waited 1800 s for a domain controller of mail.example.com; last answer: ")
            .And.Contain("1355").And.Contain("Check this server's DNS addresses"));
        Assert.That(result.Commands.Select(command => command.Name), Has.None.EqualTo("Get-SECSecretValue"));
    }

    [Test]
    public void Member_of_another_domain_is_refused()
    {
        var windows = NewMachine();
        windows.Area<SimulatedComputer>().Domain = "other.example.com";

        Assert.That(RunOn(windows).Once().Failure, Does.Contain("is a member of other.example.com"));
    }

    [Test]
    public void Join_without_its_restart_is_completed_by_one()
    {
        var windows = NewMachine();
        var computer = windows.Area<SimulatedComputer>();
        (computer.Domain, computer.DomainRole, computer.HasSecureChannel) = ("mail.example.com", 3, false);
        windows.AtRestart(() => computer.HasSecureChannel = true);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Restarts, Is.EqualTo(1));
    }

    [Test]
    public void Channel_that_stays_broken_is_named_after_one_restart()
    {
        var windows = NewMachine();
        var computer = windows.Area<SimulatedComputer>();
        (computer.Domain, computer.DomainRole, computer.HasSecureChannel) = ("mail.example.com", 3, false);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain("Waited 300 s for the secure channel to mail.example.com"));
        Assert.That(windows.Restarts, Is.EqualTo(1));
    }

    /// <summary>Windows calls itself a member before the restart; the step does not believe it.</summary>
    [Test]
    public void Join_asks_for_its_restart_once()
    {
        var windows = NewMachine();

        var result = RunOn(windows).ToEnd();

        Assert.That(windows.Restarts, Is.EqualTo(1));
        Assert.That(result.Changes.Count(command => command.Name == "Add-Computer"), Is.EqualTo(1));
        Assert.That(result.Text, Does.Contain("Joins mail.example.com as joiner@mail.example.com"));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Secrets.AddAccount(SecretArn, "joiner", Password);
        windows.Secrets.PasswordsByAccount["joiner@mail.example.com"] = Password;
        windows.Area<SimulatedComputer>().ReachableDomains["mail.example.com"] = ["10.0.0.2"];
        DomainPrograms.AddLocator(windows);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedComputer>()
            is { Domain: "mail.example.com", DomainRole: 3, Name: "EC2AMAZ-TEST" };
}
