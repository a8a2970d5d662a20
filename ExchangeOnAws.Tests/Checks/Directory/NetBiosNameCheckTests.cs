using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class NetBiosNameCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new NetBiosNameCheck();

    [Test]
    public void Too_long_derived_name_asks_for_a_typed_one() => AssertSays(
        Plans.WithDirectory(directory => directory with { DomainName = "headquarters-mail.example.com" }),
        Finding.Error("directory.netBiosName", "directory.domainName headquarters-mail.example.com makes the "
            + "NetBIOS name HEADQUARTERS-MAIL, 17 characters; NetBIOS allows 15. Set directory.netBiosName "
            + "to a name of at most 15."));

    [Test]
    public void Too_long_typed_name_is_an_error() => AssertSays(
        Plans.WithDirectory(directory => directory with { NetBiosName = "SIXTEEN-LETTERS-" }),
        Finding.Error("directory.netBiosName", "directory.netBiosName is SIXTEEN-LETTERS-, 16 characters; "
            + "NetBIOS allows 15. Set directory.netBiosName to a name of at most 15."));

    [Test]
    public void Typed_name_mends_a_long_domain_name() => AssertSays(Plans.WithDirectory(directory =>
        directory with { DomainName = "headquarters-mail.example.com", NetBiosName = "FIFTEEN-LETTERS" }));

    [Test]
    public void Name_of_digits_is_an_error() => AssertSays(
        Plans.WithDirectory(directory => directory with { DomainName = "365.example.com" }),
        Finding.Error("directory.netBiosName", "directory.domainName 365.example.com makes the NetBIOS name "
            + "365, which is all digits; Windows takes that for an address. Set directory.netBiosName to a "
            + "name with a letter."));
}
