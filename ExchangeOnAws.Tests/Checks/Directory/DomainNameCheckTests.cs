using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class DomainNameCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new DomainNameCheck();

    private const string Longest = "exchange.europe-and-the-middle-east.operations.corp.example.comm";

    [Test]
    public void Longest_name_is_fine() =>
        AssertSays(Plans.WithDirectory(directory => directory with { DomainName = Longest }));

    [Test]
    public void Longer_name_is_an_error() => AssertSays(
        Plans.WithDirectory(directory => directory with { DomainName = "x" + Longest }),
        Finding.Error("directory.domainName", $"directory.domainName x{Longest} has 65 characters; Active "
            + "Directory allows 64. Use a shorter name."));
}
