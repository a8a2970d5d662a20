using System.Text.Json.Nodes;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;

namespace ExchangeOnAws.Tests;

[NonParallelizable]
public sealed class When_the_engine_deploys_a_stack
{
    private string? _configuration;

    [SetUp]
    public void KeepConfiguration() => _configuration = Environment.GetEnvironmentVariable("PULUMI_CONFIG");

    [TearDown]
    public void RestoreConfiguration() => Environment.SetEnvironmentVariable("PULUMI_CONFIG", _configuration);

    [TestCase("dev")]
    [TestCase("prod")]
    [TestCase("existing")]
    public async Task Should_create_what_the_offline_plan_lists(string stack)
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", AsTheEngineGivesIt(stack));
        var mocks = new RecordingMocks { Vpc = SimulatedVpc.Of(Repository.PlanOf(stack)) };

        await Deployment.TestAsync<ExchangeStack>(
            mocks, new TestOptions { ProjectName = "exchange-on-aws", StackName = stack, IsPreview = false });

        var planned = await DeployedStack.Of(Repository.PlanOf(stack));
        Assert.That(mocks.Resources, Is.Not.Empty);
        Assert.That(
            mocks.Resources.Select(resource => (resource.Type, resource.Name)),
            Is.EquivalentTo(planned.Resources.Select(resource => (resource.Type, resource.Name))));
    }

    [Test]
    public async Task Should_create_nothing_when_a_lookup_contradicts_the_stack_file()
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", AsTheEngineGivesIt("existing"));
        var vpc = SimulatedVpc.Of(Repository.PlanOf("existing"));
        var subnet = vpc.Subnets[0];
        vpc.Subnets[0] = subnet with { Zone = "eu-west-1b" };
        var mocks = new RecordingMocks { Vpc = vpc };

        var thrown = "";
        try
        {
            await Deployment.TestAsync<ExchangeStack>(
                mocks,
                new TestOptions
                {
                    ProjectName = "exchange-on-aws",
                    StackName = "existing",
                    IsPreview = false,
                });
        }
        catch (Exception exception)
        {
            thrown = $"{exception}";
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(thrown, Does.Contain("network.privateSubnetIds names subnet-0a1b2c3d4e5f67890 "
                + "for eu-west-1a; it lies in eu-west-1b."));
            Assert.That(mocks.Resources.Where(resource => resource.Type != "pulumi:pulumi:Stack"), Is.Empty);
        }
    }

    // Objects and lists arrive as JSON text in one JSON object.
    private static string AsTheEngineGivesIt(string stack)
    {
        using var text = File.OpenText(Path.Combine(Repository.Root, StackFile.FileName(stack)));
        var (configuration, _) = StackFile.Read(stack, text);
        return new JsonObject(configuration.Values.Select(entry => KeyValuePair.Create(
            entry.Key, (JsonNode?)JsonValue.Create(entry.Value is JsonValue value
                ? value.ToString()
                : entry.Value!.ToJsonString())))).ToJsonString();
    }
}
