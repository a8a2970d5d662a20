using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetDirectoryAccountsTests : ScriptSuite
{
    private const string JoinArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:join-AbCdEf";
    private const string SetupArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:setup-AbCdEf";
    private const string JoinPassword = "join-p\"a's$w0rd";
    private const string SetupPassword = "setup-p\"a's$w0rd";
    private const string Exchange = $"OU=Exchange,{DomainMachines.Root}";
    private const string Servers = $"OU=Servers,{Exchange}";

    protected override string Script => "Directory/Set-DirectoryAccounts";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["DomainName"] = DomainMachines.Domain,
        ["OrganizationalUnit"] = Servers,
        ["AdministratorName"] = "StackAdmin",
        ["AdministratorSecretArn"] = DomainMachines.AdministratorArn,
        ["JoinSecretArn"] = JoinArn,
        ["SetupSecretArn"] = SetupArn,
        ["GatewayUsersGroup"] = "Gateway Users",
    };

    [TestCase(true)]
    [TestCase(false)]
    public void Account_with_another_password_gets_that_of_its_secret(bool isEnabled)
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        var user = windows.Area<SimulatedDirectory>().Get("user", "joiner");
        user.Password = "something else";
        user.Properties["Enabled"] = isEnabled;

        var result = RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True, result.Text);
        Assert.That(result.Text, Does.Contain("Gave the account joiner@mail.example.com the password"));
        Assert.That(result.Changes.Select(command => command.Name), Has.None.StartsWith("New-"));
    }

    [Test]
    public void Right_that_the_join_account_should_not_have_is_taken_away()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Area<SimulatedDirectory>().Get("organizationalUnit", Servers).Access
            .Add(@"MAIL\joiner|GenericAll|all|all");

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Unit_that_lost_its_protection_is_protected_again()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Area<SimulatedDirectory>().Get("organizationalUnit", Exchange)
            .Properties["ProtectedFromAccidentalDeletion"] = false;

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Without_a_gateway_there_is_no_group()
    {
        var windows = NewMachine();
        var parameters = new Dictionary<string, string>(Parameters) { ["GatewayUsersGroup"] = "" };

        Assert.That(ScriptRun.Of(Library, Script, windows, parameters).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Area<SimulatedDirectory>().Find("group", "Name", "Gateway Users"), Is.Null);
    }

    [Test]
    public void Directory_that_does_not_answer_yet_is_awaited()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDirectory>().ReadyAt = windows.Now + TimeSpan.FromMinutes(9);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = DomainMachines.Controller();
        windows.Secrets.AddAccount(
            DomainMachines.AdministratorArn, "StackAdmin", DomainMachines.AdministratorPassword);
        windows.Secrets.AddAccount(JoinArn, "joiner", JoinPassword);
        windows.Secrets.AddAccount(SetupArn, "installer", SetupPassword);
        DomainPrograms.AddAccessLists(windows);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows)
    {
        var directory = windows.Area<SimulatedDirectory>();
        return new[] { Exchange, Servers }
                .All(path => directory.Find("organizationalUnit", "DistinguishedName", path)
                    ?.Is("ProtectedFromAccidentalDeletion") == true)
            && HasAccount(directory, "StackAdmin", DomainMachines.AdministratorPassword)
            && HasAccount(directory, "joiner", JoinPassword)
            && HasAccount(directory, "installer", SetupPassword)
            && directory.Get("group", "Domain Admins").Members.SetEquals(["StackAdmin"])
            && directory.Get("organizationalUnit", Servers).Access
                .SetEquals(DomainMachines.JoinRights.Select(right => $@"MAIL\joiner|{right}"))
            && directory.Get("organizationalUnit", Exchange).Access.Count == 0
            && directory.Find("group", "SamAccountName", "Gateway Users") is not null;
    }

    private static bool HasAccount(SimulatedDirectory directory, string name, string password) =>
        directory.Find("user", "SamAccountName", name) is { } user
        && user.Password == password && user.Is("Enabled") && user.Is("PasswordNeverExpires");
}
