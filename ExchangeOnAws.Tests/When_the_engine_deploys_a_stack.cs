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
    public async Task Should_create_what_the_offline_plan_lists(string stack)
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", AsTheEngineGivesIt(stack));
        var mocks = new RecordingMocks();

        await Deployment.TestAsync<ExchangeStack>(
            mocks, new TestOptions { ProjectName = "exchange-on-aws", StackName = stack, IsPreview = false });

        var planned = await DeployedStack.Of(Repository.PlanOf(stack));
        Assert.That(mocks.Resources, Is.Not.Empty);
        Assert.That(
            mocks.Resources.Select(resource => (resource.Type, resource.Name)),
            Is.EquivalentTo(planned.Resources.Select(resource => (resource.Type, resource.Name))));
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
