using System.Text.Json.Nodes;
using ExchangeOnAws.Settings;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Settings;

/// <summary>
/// Under the engine the configuration comes in environment variables, which belong to the process.
/// </summary>
[NonParallelizable]
public sealed class EngineConfigurationTests
{
    private const string StackFileText = """
        config:
          aws:region: eu-west-1
          exchange-on-aws:network:
            zones: [eu-west-1a, eu-west-1b, eu-west-1c]
            cidr: 10.0.0.0/16
            interfaceEndpoints: false
          exchange-on-aws:directory: { domainName: corp.example.com }
          exchange-on-aws:mailbox: { nodesPerZone: 2, databaseVolume: { sizeGiB: 900 }, version: 2019 }
          exchange-on-aws:clientAccess: { namespace: mail.example.com, extraPorts: [587] }
          exchange-on-aws:tags: { owner: messaging, note: "{ not json" }
          exchange-on-aws:gatway: [1]
        """;

    private readonly Dictionary<string, string?> _before = [];

    [SetUp]
    public void Remember()
    {
        foreach (var variable in
            new[] { EngineConfiguration.ConfigVariable, EngineConfiguration.SecretKeysVariable })
        {
            _before[variable] = Environment.GetEnvironmentVariable(variable);
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    [TearDown]
    public void Restore()
    {
        foreach (var (variable, value) in _before)
        {
            Environment.SetEnvironmentVariable(variable, value);
        }
    }

    [Test]
    public void Engine_gives_the_same_settings_and_findings_as_the_stack_file()
    {
        var file = StackFile.Read("dev", new StringReader(StackFileText)).Configuration;
        Assert.That(file.Values, Is.Not.Empty);
        Engine(new JsonObject(file.Values.Select(entry => KeyValuePair.Create(
            entry.Key,
            (JsonNode?)(entry.Value is JsonValue text ? text.ToString() : entry.Value!.ToJsonString())))));

        var engine = EngineConfiguration.Read("dev");

        var (expected, expectedFindings) = SettingsReader.Read(file);
        var (settings, findings) = SettingsReader.Read(engine);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(engine.StackName, Is.EqualTo("dev"));
            Assert.That(engine.SecretKeys, Is.Empty);
            Assert.That(findings.Select(finding => finding.Subject), Is.EqualTo(new[] { "gatway" }));
            Assert.That(findings, Is.EqualTo(expectedFindings));
            Assert.That(settings, Is.EqualTo(expected).UsingPropertiesComparer());
            Assert.That(settings.Mailbox.DatabaseVolume.SizeGiB, Is.EqualTo(900));
            Assert.That(settings.Tags["note"], Is.EqualTo("{ not json"));
        }
    }

    [TestCase("{ not json", "{ not json")]
    [TestCase("[also, not", "[also, not")]
    [TestCase("", "")]
    [TestCase("3", "3")]
    public void Text_that_is_no_json_stays_text(string text, string expected)
    {
        Engine(new JsonObject { ["exchange-on-aws:edge"] = text });

        Assert.That(EngineConfiguration.Read("dev").Values["exchange-on-aws:edge"]!.GetValue<string>(),
            Is.EqualTo(expected));
    }

    [Test]
    public void Area_with_a_secret_is_known_and_kept_out_of_messages()
    {
        Engine(new JsonObject
        {
            ["exchange-on-aws:mailbox"] = """{"instanceType":"Hunter2","databases":77777}""",
        });
        Environment.SetEnvironmentVariable(
            EngineConfiguration.SecretKeysVariable, """["exchange-on-aws:mailbox"]""");

        var configuration = EngineConfiguration.Read("dev");

        Assert.That(configuration.SecretKeys, Is.EqualTo(new[] { "exchange-on-aws:mailbox" }));
        var messages = SettingsReader.Read(configuration).Findings
            .Where(finding => finding.Subject.StartsWith("mailbox.", StringComparison.Ordinal))
            .Select(finding => finding.Message).ToArray();
        Assert.That(messages, Is.EqualTo(new[]
        {
            "mailbox.databases is a value that is not shown here; a server mounts at most 100. Use 1 to 100.",
            "mailbox.instanceType is a value that is not shown here, which is not an EC2 instance type such "
                + "as r6i.4xlarge. Correct it.",
        }));
    }

    [Test]
    public void No_variables_give_an_empty_configuration()
    {
        var configuration = EngineConfiguration.Read("dev");

        Assert.That(configuration.Values, Is.Empty);
        Assert.That(configuration.SecretKeys, Is.Empty);
    }

    private static void Engine(JsonObject values) =>
        Environment.SetEnvironmentVariable(EngineConfiguration.ConfigVariable, values.ToJsonString());
}
