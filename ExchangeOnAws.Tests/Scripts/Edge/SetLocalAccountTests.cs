using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetLocalAccountTests : ScriptSuite
{
    protected override string Script => "Edge/Set-LocalAccount";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["AccountSecretArn"] = EdgeMachines.SecretArn };

    [Test]
    public void New_version_of_the_secret_is_the_new_password()
    {
        var windows = Done();
        windows.Secrets.AddAccount(EdgeMachines.SecretArn, EdgeMachines.UserName, "an0ther-password");

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(User(windows).Password, Is.EqualTo("an0ther-password"));
        Assert.That(RunOn(windows).Once().Changes, Is.Empty);
    }

    [Test]
    public void Password_that_somebody_set_is_set_back()
    {
        var windows = Done();
        (User(windows).Password, User(windows).PasswordLastSet) =
            ("own", windows.Now + TimeSpan.FromMinutes(5));

        RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True);
    }

    [TestCase("disabled")]
    [TestCase("expiring password")]
    [TestCase("expiring account")]
    [TestCase("no administrator")]
    public void Account_that_was_changed_is_mended(string change)
    {
        var windows = Done();
        var (user, members) = (User(windows), Administrators(windows));
        user.IsEnabled = change != "disabled";
        user.HasLastingPassword = change != "expiring password";
        user.Expires = change == "expiring account" ? windows.Now + TimeSpan.FromDays(1) : null;
        _ = change == "no administrator" && members.Remove(EdgeMachines.Account);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Account_of_windows_is_refused([Values("administrator", "Guest")] string name)
    {
        var windows = NewMachine();
        windows.Secrets.AddAccount(EdgeMachines.SecretArn, name, "an0ther-password");

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain($"{name} is an account of Windows itself"));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Name_that_is_none_of_a_local_account_is_refused(
        [Values(@"CORP\admin", "admin@example.com", "exchange-administrator", "...")] string name)
    {
        var windows = NewMachine();
        windows.Secrets.AddAccount(EdgeMachines.SecretArn, name, "an0ther-password");

        Assert.That(RunOn(windows).Once().Failure, Does.Contain($"has the username {name}, which Windows"));
    }

    protected override SimulatedWindows NewMachine() => EdgeMachines.New();

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedLocalUsers>().All.GetValueOrDefault(EdgeMachines.UserName) is
        {
            IsEnabled: true, Password: EdgeMachines.Password, PasswordExpires: null, Expires: null,
        }
        && Administrators(windows).Contains(EdgeMachines.Account);

    private static SimulatedLocalUser User(SimulatedWindows windows) =>
        windows.Area<SimulatedLocalUsers>().All[EdgeMachines.UserName];

    private static HashSet<string> Administrators(SimulatedWindows windows) =>
        windows.Area<SimulatedComputer>().LocalGroups["Administrators"];

    private SimulatedWindows Done()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        return windows;
    }
}
