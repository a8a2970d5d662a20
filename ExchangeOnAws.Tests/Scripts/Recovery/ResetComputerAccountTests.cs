using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>The account of EXB1 on a domain controller, made by somebody who joins servers no more.</summary>
public sealed class ResetComputerAccountTests : ScriptSuite
{
    private const string JoinArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:join-AbCdEf";
    private const string Unit = "OU=Servers,DC=corp,DC=example,DC=com";
    private const string Joiner = SimulatedDirectory.Sid + "-1107";
    private const string Administrators = "S-1-5-32-544";

    protected override string Script => "Recovery/Reset-ComputerAccount";

    protected override IReadOnlyDictionary<string, string> Parameters => For("i-0b2222222222222222");

    [Test]
    public void Password_is_nothing_that_can_be_guessed_or_read()
    {
        var windows = NewMachine();

        var result = RunOn(windows).ToEnd();

        var password = windows.Area<SimulatedComputerAccount>().Passwords.Single();
        Assert.That(password, Does.Match("^[0-9a-f-]{36}[0-9A-F-]{36}$"));
        Assert.That(
            LeakSearch.Places(windows, result).Select(place => place.Text), Has.None.Contains(password));
    }

    /// <summary>A second reset would cut off the server that has joined since.</summary>
    [Test]
    public void Account_is_reset_again_for_another_instance_only()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        var account = windows.Area<SimulatedComputerAccount>();

        var same = RunOn(windows).ToEnd();
        var other = ScriptRun.Of(Library, Script, windows, For("i-0c3333333333333333")).ToEnd();

        Assert.That(same.Changes, Is.Empty);
        Assert.That(other.ExitCode, Is.Zero, other.Text);
        Assert.That(account.Passwords, Has.Count.EqualTo(2).And.Unique);
    }

    [TestCase(Joiner)]
    [TestCase(Administrators)]
    [TestCase(SimulatedDirectory.Sid + "-512")]
    [TestCase(SimulatedDirectory.Sid + "-519")]
    public void Owner_whom_windows_trusts_stays(string owner)
    {
        var windows = NewMachine();
        var account = windows.Area<SimulatedComputerAccount>();
        account.Security.SetOwner(owner);
        account.Security.SetAccessRuleProtection(false, true);

        RunOn(windows).ToEnd();

        Assert.That(account.Security.GetOwner(typeof(string)), Is.EqualTo(owner));
    }

    /// <summary>What Windows does to all whom Add-WitnessRights made administrators.</summary>
    [Test]
    public void Account_that_was_protected_inherits_the_rights_of_its_unit_again()
    {
        var windows = NewMachine();
        var account = windows.Area<SimulatedComputerAccount>();
        account.Security.SetOwner(Joiner);

        RunOn(windows).ToEnd();

        Assert.That(account.Security.AreAccessRulesProtected, Is.False);
        Assert.That(account.Security.GetOwner(typeof(string)), Is.EqualTo(Joiner));
    }

    [TestCase("account", "the domain has no computer account EXB1.")]
    [TestCase("unit", $"-TargetPath \"{Unit}\"")]
    [TestCase("joiner", "the domain has no account svc-join, which joins servers.")]
    public void What_cannot_be_joined_is_refused(string state, string fault)
    {
        var windows = NewMachine();
        var account = windows.Area<SimulatedComputerAccount>();
        Action act = state switch
        {
            "account" => () => account.Name = "EXB9",
            "unit" => () => account.Unit = "CN=Computers,DC=corp,DC=example,DC=com",
            _ => () => windows.Area<SimulatedDirectory>().Objects.RemoveAll(item => item.Name == "svc-join"),
        };
        act();

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain(fault));
        Assert.That(result.Changes, Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Domain_controller_that_is_lost_is_not_awaited(bool isLost)
    {
        var windows = NewMachine();
        windows.Area<SimulatedForest>().SilentUntil["DCB1.corp.example.com"] = DateTime.MaxValue;
        if (isLost)
        {
            windows.Area<SimulatedExchange>().Lost.Add("DCB1");
        }

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.EqualTo(isLost ? 0 : 1), result.Text);
        Assert.That(
            result.Failure ?? "", isLost ? Is.Empty : Does.Contain("Unable to contact the server DCB1"));
    }

    internal static void AddAccount(SimulatedWindows windows)
    {
        windows.Secrets.AddAccount(JoinArn, "svc-join", "join-p\"a's$w0rd");
        var directory = windows.Area<SimulatedDirectory>();
        directory.Add("group", "Administratoren", $"CN=Builtin,{directory.Root}")
            .Properties["SID"] = Administrators;
        var joiner = directory.Add("user", "svc-join", $"CN=Users,{directory.Root}");
        (joiner.Properties["SamAccountName"], joiner.Properties["SID"]) = ("svc-join", Joiner);
        var account = windows.Area<SimulatedComputerAccount>();
        (account.Unit, account.IsEnabled) = (Unit, false);
        account.Security.SetOwner(SimulatedDirectory.Sid + "-2204");
        account.Security.SetAccessRuleProtection(true, false);
    }

    internal static Dictionary<string, string> For(string instance) => new()
    {
        ["DomainName"] = ExchangeMachines.Domain,
        ["Server"] = "EXB1",
        ["OrganizationalUnit"] = Unit,
        ["JoinSecretArn"] = JoinArn,
        ["InstanceId"] = instance,
    };

    protected override SimulatedWindows NewMachine()
    {
        var windows = ExchangeMachines.Controller();
        AddAccount(windows);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows)
    {
        var account = windows.Area<SimulatedComputerAccount>();
        return account is { IsEnabled: true, Passwords.Count: > 0, Security.AreAccessRulesProtected: false }
            && account.Security.GetOwner(typeof(string)).Equals(Administrators)
            && account.Mark(windows.Now - TimeSpan.FromSeconds(40))
                == "Reset to be joined by i-0b2222222222222222";
    }
}
