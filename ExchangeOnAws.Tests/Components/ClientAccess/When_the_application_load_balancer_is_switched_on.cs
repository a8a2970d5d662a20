using System.Text.Json;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_the_application_load_balancer_is_switched_on
{
    private Dictionary<string, string> _without = null!;
    private Dictionary<string, string> _with = null!;

    [OneTimeSetUp]
    public async Task Deploy()
    {
        _without = await Resources(Plans.TwoZones);
        _with = await Resources(Plans.WithClientAccess(access =>
            access with { ApplicationLoadBalancer = new() { CertificateArn = Plans.Certificate } }));
    }

    [Test]
    public void Should_take_nothing_away() =>
        Assert.That(_with.Keys, Is.SupersetOf(_without.Keys));

    [Test]
    public void Should_add_only_what_belongs_to_it() => Assert.That(
        _with.Keys.Except(_without.Keys),
        Is.Not.Empty.And.All.Matches(
            @" (clients-https|clients-logs|network-security|health-targets-https-)"));

    // The proof of client access looks at the new load balancer's certificate too.
    [Test]
    public void Should_change_nothing_else() => Assert.That(
        _without.Where(resource => _with[resource.Key] != resource.Value).Select(resource => resource.Key),
        Is.EqualTo(new[] { "aws:ssm/association:Association steps-exa1-client-access" }));

    private static async Task<Dictionary<string, string>> Resources(
        ExchangeOnAws.Planning.DeploymentPlan plan) =>
        (await DeployedStack.Of(plan)).Resources.ToDictionary(
            resource => $"{resource.Type} {resource.Name}",
            resource => JsonSerializer.Serialize(resource.Inputs.OrderBy(input => input.Key)));
}
