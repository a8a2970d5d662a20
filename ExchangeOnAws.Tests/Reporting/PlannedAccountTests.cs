using System.Text.RegularExpressions;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Reporting;

/// <summary>The account, which only AWS knows, stands in a plan as a whole reference.</summary>
public sealed partial class PlannedAccountTests
{
    [Test]
    public async Task Account_is_never_cut_in_two()
    {
        var (_, output, _) = await CommandLineRun.Of("plan", "prod", "--format", "json");

        Assert.That(output, Does.Contain("${aws:accountId}"));
        Assert.That(
            Account().Matches(output).Select(match => match.Value).Distinct(),
            Is.EqualTo(new[] { "${aws:accountId}" }),
            "An ARN is taken apart at its colons and put together again without a piece.");
    }

    [GeneratedRegex(@"(?:\$\{aws:)?accountId\}", RegexOptions.CultureInvariant)]
    private static partial Regex Account();
}
