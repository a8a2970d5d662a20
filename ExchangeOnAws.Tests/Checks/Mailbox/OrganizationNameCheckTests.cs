using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class OrganizationNameCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new OrganizationNameCheck();

    [TestCase("Example Corp-2")]
    [TestCase("E")]
    [TestCase("oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo")]
    public void Allowed_name_is_fine(string name) =>
        AssertSays(Plans.WithMailbox(mailbox => mailbox with { OrganizationName = name }));

    [TestCase("")]
    [TestCase("ooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo")]
    public void Name_of_a_wrong_length_is_an_error(string name) => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { OrganizationName = name }),
        Finding.Error("mailbox.organizationName", $"mailbox.organizationName \"{name}\" has {name.Length} "
            + "characters; Exchange allows 1 to 64. Use a name of that length."));

    [TestCase("Müller")]
    [TestCase("A & B")]
    [TestCase(" Example")]
    public void Name_with_other_characters_is_an_error(string name) => AssertSays(
        Plans.WithMailbox(mailbox => mailbox with { OrganizationName = name }),
        Finding.Error("mailbox.organizationName", $"mailbox.organizationName \"{name}\" is not a name that "
            + "Exchange accepts. Use the letters A to Z, digits, hyphens, and spaces between them."));
}
