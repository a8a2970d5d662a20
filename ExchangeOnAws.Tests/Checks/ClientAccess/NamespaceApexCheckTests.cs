using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class NamespaceApexCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new NamespaceApexCheck();

    [TestCase("corp.example.com")]
    [TestCase("CORP.example.com")]
    public void Namespace_that_is_the_domain_is_an_error(string name) => AssertSays(
        Plans.WithClientAccess(access => access with { Namespace = name }),
        Finding.Error("clientAccess.namespace", $"clientAccess.namespace {name} is directory.domainName too, "
            + "and inside the domain that name leads to its domain controllers. Use a host in it, for "
            + $"example mail.{name}."));

    [Test]
    public void Host_in_the_domain_is_fine() => AssertSays(
        Plans.WithClientAccess(access => access with { Namespace = "mail.corp.example.com" }));
}
