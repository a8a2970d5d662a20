using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class OrganizationalUnitCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new OrganizationalUnitCheck();

    [Test]
    public void Name_with_a_reserved_character_is_an_error() => AssertSays(
        Plans.WithDirectory(directory => directory with { OrganizationalUnit = "Mail, servers" }),
        Finding.Error("directory.organizationalUnit",
            "directory.organizationalUnit is \"Mail, servers\", which no organizational unit can be "
                + "named. Use 1 to 64 characters without , + \" \\ < > ; = / # and without spaces at "
                + "the ends."));

    [TestCase("")]
    [TestCase(" Servers")]
    [TestCase("OU=Servers")]
    public void Other_names_that_cannot_be_are_errors(string name) => Assert.That(
        Run(Plans.WithDirectory(directory => directory with { OrganizationalUnit = name })),
        Has.Count.EqualTo(1));

    [Test]
    public void Longest_name_is_accepted() => AssertSays(
        Plans.WithDirectory(directory => directory with { OrganizationalUnit = new string('a', 64) }));

    [Test]
    public void Longer_name_is_an_error() => Assert.That(
        Run(Plans.WithDirectory(directory => directory with { OrganizationalUnit = new string('a', 65) })),
        Has.Count.EqualTo(1));
}
