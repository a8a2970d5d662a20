using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

/// <summary>What the tests of one rule share: running it, and its silence on plans that follow it.</summary>
public abstract class CheckTests
{
    private protected abstract ICheck Check { get; }

    /// <summary>Plans that the rule has nothing to say about.</summary>
    private protected virtual IEnumerable<DeploymentPlan> Followers => [Plans.TwoZones, Plans.ThreeZones];

    [Test]
    public void Plan_that_follows_the_rule_has_no_finding()
    {
        Assert.That(Followers, Is.Not.Empty);
        Assert.That(Followers.SelectMany(Check.Run), Is.Empty);
    }

    private protected IReadOnlyList<Finding> Run(DeploymentPlan plan)
    {
        Finding[] findings = [.. Check.Run(plan)];
        foreach (var finding in findings)
        {
            Assert.That(
                Check.Subjects.Any(subject => finding.Subject.StartsWith(subject, StringComparison.Ordinal)),
                $"{finding.Subject} is not among the Subjects of the rule.");
        }

        return findings;
    }

    private protected void AssertSays(DeploymentPlan plan, params Finding[] expected) =>
        Assert.That(Run(plan), Is.EqualTo(expected));
}
