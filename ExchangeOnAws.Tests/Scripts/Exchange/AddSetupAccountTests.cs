using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class AddSetupAccountTests : ScriptSuite
{
    private const string Account = @"CORP\exchange-setup";
    private const string SecretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:setup-AbCdEf";

    protected override string Script => "Exchange/Add-SetupAccount";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["NetBiosName"] = "CORP",
        ["SetupSecretArn"] = SecretArn,
    };

    [Test]
    public void Account_that_has_not_been_replicated_yet_is_awaited()
    {
        var windows = NewMachine();
        var principals = windows.Area<SimulatedPrincipals>();
        principals.Known.Clear();
        windows.After(TimeSpan.FromMinutes(15), () => principals.Known.Add(Account));

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Account_that_nobody_knows_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedPrincipals>().Known.Clear();

        Assert.That(RunOn(windows).Once().Failure, Does
            .Contain($"Waited 1800 s for {Account} as a local administrator; last answer: ")
            .And.Contain("was not found").And.Contain("Check that it exists"));
    }

    [Test]
    public void Member_whose_account_was_deleted_is_explained()
    {
        var windows = NewMachine();
        windows.Area<SimulatedPrincipals>().HasOrphan = true;

        var result = RunOn(windows).Once();

        Assert.That(result.Failure, Does.Contain("Failed to compare two elements in the array")
            .And.Contain("remove members whose account was deleted"));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Answer_that_is_lost_does_not_undo_the_membership()
    {
        var windows = NewMachine();
        windows.Area<SimulatedPrincipals>().LosesAnswers = true;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Account_of_the_same_name_from_elsewhere_is_another_one()
    {
        var windows = NewMachine();
        windows.Area<SimulatedComputer>().LocalGroups["Administrators"].Add(@"OTHER\exchange-setup");

        RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Secrets.AddAccount(SecretArn, "exchange-setup", "setup-p\"a's$w0rd");
        windows.Area<SimulatedPrincipals>().Known.Add(Account);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedComputer>().LocalGroups["Administrators"].Contains(Account);
}
