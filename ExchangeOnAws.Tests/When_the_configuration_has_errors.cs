using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;

namespace ExchangeOnAws.Tests;

[NonParallelizable]
public sealed class When_the_configuration_has_errors
{
    private string? _configuration;

    [SetUp]
    public void SetConfiguration()
    {
        _configuration = Environment.GetEnvironmentVariable("PULUMI_CONFIG");
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", """
            {
              "aws:region": "eu-west-1",
              "exchange-on-aws:network": "{\"zones\":[\"eu-west-1a\"]}",
              "exchange-on-aws:directory": "{\"domainName\":\"corp.example.com\"}",
              "exchange-on-aws:gateway": "{\"hosts\":0}",
              "exchange-on-aws:clientAccess": "{\"namespace\":\"mail.example.com\",\"extraPorts\":[8080]}"
            }
            """);
    }

    [TearDown]
    public void RestoreConfiguration()
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", _configuration);
        Environment.ExitCode = 0;
    }

    [Test]
    public async Task Should_stop_the_engine_once_with_the_whole_list()
    {
        var mocks = new RecordingMocks();
        var failure = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<ExchangeStack>(
            mocks, new TestOptions { ProjectName = "exchange-on-aws", StackName = "dev", IsPreview = true }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure!.Message, Does.StartWith(
                "Nothing was deployed; the configuration of stack dev has 2 errors:"));
            Assert.That(failure.Message, Does.Contain("network.zones has 1 entry"));
            Assert.That(failure.Message, Does.Contain("clientAccess.extraPorts"));
            Assert.That(mocks.Resources, Is.Empty);
        }
    }
}
