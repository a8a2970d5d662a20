using System.Text.Json;
using NUnit.Framework;
using Pulumi;

namespace ExchangeOnAws.Tests.Sdks;

[TestFixture]
[NonParallelizable]
public sealed class When_configuration_is_read
{
    private const string Values = """
        {
          "project:name": "mail", "project:flag": "true", "project:count": "3", "project:ratio": "1.5",
          "project:wrong": "maybe", "project:config:old": "short", "aws:region": "eu-central-1",
          "project:settings": "{\"Size\":2,\"label\":\"x\"}", "project:raw": {"Size": 4}
        }
        """;

    private string? _configuration;
    private string? _secretKeys;

    [SetUp]
    public void SetEnvironment()
    {
        _configuration = Environment.GetEnvironmentVariable("PULUMI_CONFIG");
        _secretKeys = Environment.GetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS");
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", Values);
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", """["project:name"]""");
    }

    [TearDown]
    public void RestoreEnvironment()
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", _configuration);
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", _secretKeys);
        Environment.ExitCode = 0;
    }

    [Test]
    public async Task Should_convert_values()
    {
        var config = await ReadAsync(config => (
            config.Get("name"), config.GetBoolean("flag"), config.GetInt32(
                "count"), config.GetDouble("ratio"),
            config.Get("old")));

        Assert.That(config, Is.EqualTo(("mail", true, 3, 1.5, "short")));
    }

    [Test]
    public async Task Should_return_nothing_for_what_is_not_set()
    {
        var config = await ReadAsync(config => new object?[]
        {
            config.Get("no"), config.GetBoolean("no"), config.GetInt32("no"), config.GetDouble("no"),
            config.GetObject<Settings>("no"), config.GetSecret("no"), config.GetSecretInt32("no"),
            config.GetSecretObject<Settings>("no"),
        });

        Assert.That(config, Is.All.Null);
    }

    [Test]
    public async Task Should_read_objects_case_sensitively_unless_told_otherwise()
    {
        var (plain, lenient, raw) = await ReadAsync(config => (
            config.RequireObject<Settings>("settings"),
            config.RequireObject<Settings>(
                "settings", new JsonSerializerOptions { PropertyNameCaseInsensitive = true }),
            config.RequireObject<Settings>("raw")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(plain, Is.EqualTo(new Settings { Size = 2 }));
            Assert.That(lenient, Is.EqualTo(new Settings { Size = 2, Label = "x" }));
            Assert.That(raw, Is.EqualTo(new Settings { Size = 4 }));
        }
    }

    [Test]
    public async Task Should_give_a_secret_key_to_the_plain_getter_too()
        => Assert.That(await ReadAsync(config => config.Require("name")), Is.EqualTo("mail"));

    [Test]
    public async Task Should_wrap_secrets()
    {
        var secret = await ReadAsync(config => config.RequireSecret("name"));
        var number = await ReadAsync(config => config.RequireSecretInt32("count"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Output.IsSecretAsync(secret), Is.True);
            Assert.That(await Output.IsSecretAsync(number), Is.True);
        }
    }

    [Test]
    public async Task Should_read_other_namespaces()
        => Assert.That(await ReadAsync(_ => new Config("aws").Get("region")), Is.EqualTo("eu-central-1"));

    [Test]
    public async Task Should_fail_for_a_missing_value()
        => Assert.That(
            await SdkProgram.FailAsync(() => new Config().Require("no")),
            Does.StartWith("Missing Required configuration variable 'project:no'"));

    [Test]
    public async Task Should_fail_for_a_missing_object()
        => Assert.That(
            await SdkProgram.FailAsync(() => new Config("aws").RequireObject<Settings>("no")),
            Does.StartWith("Missing Required configuration variable 'aws:no'"));

    [Test]
    public async Task Should_fail_for_a_value_of_another_type()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await SdkProgram.FailAsync(() => new Config().GetBoolean("wrong")),
                Is.EqualTo("Configuration 'project:wrong' value 'maybe' is not a valid Boolean"));
            Assert.That(
                await SdkProgram.FailAsync(() => new Config().RequireInt32("wrong")),
                Is.EqualTo("Configuration 'project:wrong' value 'maybe' is not a valid Int32"));
            Assert.That(
                await SdkProgram.FailAsync(() => new Config().GetObject<Settings>("wrong")),
                Does.StartWith("Configuration 'project:wrong' value 'maybe' is not a valid"));
        }
    }

    [Test]
    public async Task Should_throw_subclasses_of_run_exception()
    {
        var caught = await ReadAsync<Exception?>(config =>
        {
            try
            {
                config.Require("no");
                return null;
            }
            catch (RunException exception)
            {
                return exception;
            }
        });

        Assert.That(caught, Is.InstanceOf<RunException>());
    }

    private static async Task<T> ReadAsync<T>(Func<Config, T> read)
    {
        T? result = default;
        await SdkProgram.RunAsync(new EchoMocks(), () => result = read(new Config()));
        return result!;
    }

    private sealed record Settings
    {
        public int Size { get; init; }

        public string? Label { get; init; }
    }
}
