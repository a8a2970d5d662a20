using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class StackNameCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new StackNameCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones, Named("production-exchange-eu-west-1"), Named("mail.example.com"), Named("a_B-1"),
        Named(new string('a', 100)),
    ];

    [Test]
    public void Umlauts_and_spaces_are_errors() => AssertSays(
        Named("produktion köln"),
        Finding.Error("stack", "The stack's name produktion köln has a space, ö in it; Pulumi takes "
            + "letters from a to z, digits, hyphens, underscores and periods. Rename its file "
            + "Pulumi.<name>.yaml, and the stack with pulumi stack rename."));

    [Test]
    public void More_than_a_hundred_characters_are_an_error() => AssertSays(
        Named(new string('a', 101)),
        Finding.Error("stack", "The stack's name has 101 characters; Pulumi takes 100. Rename its file "
            + "Pulumi.<name>.yaml, and the stack with pulumi stack rename."));

    [Test]
    public void No_name_is_an_error() => AssertSays(
        Named(""), Finding.Error("stack", "The stack has no name. Name its file Pulumi.<name>.yaml."));

    private static DeploymentPlan Named(string stack) => DeploymentPlan.From(stack, Plans.TwoZoneSettings);
}
