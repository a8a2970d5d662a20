using System.Collections.Immutable;
using ExchangeOnAws.Tests.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using Pulumi.Testing;

namespace ExchangeOnAws.Tests;

/// <summary>As many servers, databases and networks as settings allow; mocks refuse what AWS would.</summary>
public sealed class When_the_largest_stack_is_deployed
{
    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployed = await DeployedStack.Of(Plans.Of(Plans.ThreeZoneSettings with
    {
        Directory = Plans.ThreeZoneSettings.Directory with { Existing = Plans.ExistingDirectory },
        Gateway = Plans.ThreeZoneSettings.Gateway with { Hosts = 4 },
        Mailbox = Plans.ThreeZoneSettings.Mailbox with
        {
            NodesPerZone = 8,
            Databases = 100,
            Copies = 16,
            ProductKeySecretArn = Plans.Secret,
        },
        ClientAccess = Plans.ThreeZoneSettings.ClientAccess with
        {
            ExtraPorts = [25, 587, 993, 995],
            AllowedCidrs = RuleQuotaTests.Apart(50),
        },
        Edge = Plans.ThreeZoneSettings.Edge with { Servers = 6 },
    }));

    [Test]
    public void Should_deploy_every_server() => Assert.That(
        _deployed.All("aws:ec2/instance:Instance"), Has.Count.EqualTo(16 + 1 + 6));

    [TestCase("aws:ssm/parameter:Parameter", "insecureValue", 4_097)]
    [TestCase("aws:iam/rolePolicy:RolePolicy", "policy", 10_241)]
    public void Should_have_been_refused_for_a_text_that_is_too_long(string type, string input, int length)
    {
        Task Register() => new RecordingMocks().NewResourceAsync(new MockResourceArgs
        {
            Type = type,
            Name = "long",
            Inputs = ImmutableDictionary<string, object>.Empty
                .Add("role", "role-id").Add(input, new string('x', length)),
        });

        Assert.That(Register, Throws.InvalidOperationException.With.Message.Contains($"{length}"));
    }
}
