using System.Text.Json.Nodes;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using NUnit.Framework;
using static ExchangeOnAws.Tests.Settings.StackText;

namespace ExchangeOnAws.Tests.Settings;

/// <summary>What may be a secret is in no message.</summary>
public sealed class SettingsReaderSecretTests
{
    private const string Secret = "hunter2-83c1";

    [TestCase("mailbox", "mailbox.productKeySecretArn", "{ secure: v1:abc }")]
    [TestCase("mailbox", "mailbox.media", "{ sha256: { secure: v1:abc } }")]
    [TestCase("mailbox", "mailbox.databaseVolume", "{ secure: v1:abc }")]
    [TestCase("mailbox", "mailbox", "{ secure: v1:abc }")]
    [TestCase("network", "network.zones", "{ secure: v1:abc }")]
    [TestCase("tags", "tags", "{ secure: v1:abc }")]
    public void Encrypted_value_is_refused_and_not_repeated(string area, string path, string value)
    {
        var (settings, findings) = Read(path, value);

        Assert.That(findings, Has.Count.EqualTo(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(findings[0].Subject, Does.StartWith(area));
            Assert.That(findings[0].Message, Is.EqualTo($"{findings[0].Subject} is encrypted in the stack "
                + "file. No setting holds a secret: secrets stay in Secrets Manager and are named by ARN. "
                + "Write this value in plain text."));
            Assert.That(() => DeploymentPlan.From("dev", settings), Throws.Nothing);
        }
    }

    [Test]
    public void Secret_typed_where_its_arn_belongs_is_not_repeated()
    {
        var paths = Paths(typeof(StackSettings))
            .Where(path => path.Setting.Attribute.Form == SettingForm.SecretArn)
            .ToArray();

        Assert.That(paths, Has.Length.GreaterThan(5));
        foreach (var (path, _) in paths)
        {
            var findings = SettingsReader.Read(Configuration(path, JsonValue.Create(Secret), [])).Findings;

            Assert.That(findings.Select(finding => finding.Message), Has.One.EqualTo(
                $"{path} is a value that is not shown here, which is not the ARN of a Secrets Manager secret "
                + "(arn:aws:secretsmanager:…:secret:…). Create the secret in Secrets Manager and set its "
                + "ARN."));
            Assert.That(findings.Select(finding => finding.Message), Has.None.Contains(Secret));
        }
    }

    [Test]
    public void Value_of_an_area_with_secrets_is_not_repeated()
    {
        const int Number = 1987654321;
        const string Block = "198.51.100.77/16";
        var paths = Paths(typeof(StackSettings)).ToArray();
        Func<JsonNode>[] values =
        [
            () => JsonValue.Create(Secret + "!"), () => JsonValue.Create(Number),
            () => JsonValue.Create(Block),
            () => new JsonArray(Secret + "!", Number, Block), () => new JsonObject { ["key"] = Secret },
        ];

        Assert.That(paths, Has.Length.GreaterThan(50));
        foreach (var (path, _) in paths)
        {
            var area = $"exchange-on-aws:{path.Split('.')[0]}";
            var messages = values.SelectMany(value =>
                SettingsReader.Read(Configuration(path, value(), [area])).Findings)
                .Select(finding => finding.Message).ToArray();

            Assert.That(messages, Is.Not.Empty);
            Assert.That(messages,
                Has.None.Contains(Secret).Or.Contains("1987654321").Or.Contains("198.51."), path);
        }
    }

    [Test]
    public void Secret_region_is_not_repeated()
    {
        var configuration = new StackConfiguration(
            "dev",
            new Dictionary<string, JsonNode?> { ["aws:region"] = JsonValue.Create(Secret) },
            new HashSet<string> { "aws:region" });

        var messages = SettingsReader.Read(configuration).Findings
            .Select(finding => finding.Message).ToArray();
        Assert.That(messages, Has.Some.StartsWith("aws:region is a value that is not shown here"));
        Assert.That(messages, Has.None.Contains(Secret));
    }

    private static StackConfiguration Configuration(
        string path, JsonNode value, IEnumerable<string> secretKeys)
    {
        var keys = path.Split('.');
        var tree = keys.Skip(1).Reverse().Aggregate(value, (inner, key) => new JsonObject { [key] = inner });
        return new StackConfiguration(
            "dev",
            new Dictionary<string, JsonNode?> { [$"exchange-on-aws:{keys[0]}"] = tree },
            secretKeys.ToHashSet());
    }

    private static IEnumerable<(string Path, SettingProperty Setting)> Paths(Type record) =>
        SettingProperty.Of(record).SelectMany(setting => setting.IsRecord
            ? Paths(setting.Type).Select(inner => ($"{setting.Key}.{inner.Path}", inner.Setting))
                .Append((setting.Key, setting))
            : [(setting.Key, setting)]);
}
