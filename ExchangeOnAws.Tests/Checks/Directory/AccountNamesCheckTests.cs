using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class AccountNamesCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new AccountNamesCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        Plans.WithDirectory(directory => directory with { AdministratorName = "twenty-characters-it" }),
        Plans.WithDirectory(directory => directory with
        {
            AdministratorName = "Administrator",
            Existing = Plans.ExistingDirectory,
        }),
    ];

    [Test]
    public void Too_long_name_is_an_error() => AssertSays(
        Plans.WithDirectory(directory => directory with { AdministratorName = "stack-administrator-1" }),
        Finding.Error("directory.administratorName", "directory.administratorName stack-administrator-1 has "
            + "21 characters; Windows allows 20 in a logon name. Use a shorter name."));

    [Test]
    public void One_name_for_two_accounts_is_an_error() => AssertSays(
        Plans.WithDirectory(
            directory => directory with { JoinAccountName = "svc", SetupAccountName = "SVC" }),
        Finding.Error("directory.setupAccountName", "directory.setupAccountName is SVC, and so is "
            + "directory.joinAccountName; each account has rights of its own. Use different names."));

    [TestCase("administrator")]
    [TestCase("Guest")]
    [TestCase("KRBTGT")]
    public void Built_in_name_is_an_error(string name) => AssertSays(
        Plans.WithDirectory(directory => directory with { AdministratorName = name }),
        Finding.Error("directory.administratorName", $"directory.administratorName is {name}, an account "
            + "that every domain has from the start. Use another name such as StackAdmin."));
}
