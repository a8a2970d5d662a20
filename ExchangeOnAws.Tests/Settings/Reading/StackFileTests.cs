using System.Text.Json.Nodes;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using FsCheck.Fluent;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Settings;

public sealed class StackFileTests
{
    [TestCase("3", "3")]
    [TestCase("-3", "-3")]
    [TestCase("true", "true")]
    [TestCase("false", "false")]
    [TestCase("'3'", "\"3\"")]
    [TestCase("\"3\"", "\"3\"")]
    [TestCase("'true'", "\"true\"")]
    [TestCase("007", "\"007\"")]
    [TestCase("+3", "\"\\u002B3\"")]
    [TestCase("3.5", "\"3.5\"")]
    [TestCase("yes", "\"yes\"")]
    [TestCase("10.0.0.0/16", "\"10.0.0.0/16\"")]
    [TestCase("", null)]
    [TestCase("~", null)]
    [TestCase("null", null)]
    [TestCase("''", "\"\"")]
    [TestCase("[a, 2, true, ~]", "[\"a\",2,true,null]")]
    [TestCase("{ a: 1, b: { c: [x] } }", "{\"a\":1,\"b\":{\"c\":[\"x\"]}}")]
    public void Yaml_value_becomes_the_json_the_engine_would_give(string yaml, string? json) =>
        Assert.That(Value($"config:\n  key: {yaml}\n", "exchange-on-aws:key")?.ToJsonString(),
            Is.EqualTo(json));

    [Test]
    public void Key_without_a_namespace_belongs_to_the_project()
    {
        var values = Read(
            "config:\n  network: 1\n  exchange-on-aws:mailbox: 2\n  aws:region: eu-west-1\n").Values;

        Assert.That(values.Keys, Is.EquivalentTo(
            new[] { "exchange-on-aws:network", "exchange-on-aws:mailbox", "aws:region" }));
    }

    [Test]
    public void Key_with_and_without_its_namespace_is_one_finding()
    {
        var (_, findings) = StackFile.Read(
            "dev", new StringReader("config:\n  mailbox: {}\n  exchange-on-aws:mailbox: {}\n"));

        Assert.That(findings, Is.EqualTo(new[]
        {
            Finding.Error("Pulumi.dev.yaml", "Pulumi.dev.yaml sets exchange-on-aws:mailbox twice, with and "
                + "without the project's name. Keep one of the two."),
        }));
    }

    [Test]
    public void Anchor_and_alias_are_followed() =>
        Assert.That(
            Value("config:\n  a: &zones [x, y]\n  b: *zones\n", "exchange-on-aws:b")?.ToJsonString(),
            Is.EqualTo("[\"x\",\"y\"]"));

    [TestCase("")]
    [TestCase("# nothing but a comment\n")]
    [TestCase("config:\n")]
    [TestCase("config: 3\n")]
    [TestCase("config: [a]\n")]
    [TestCase("encryptionsalt: v1:abc\n")]
    [TestCase("- a\n- b\n")]
    public void File_without_settings_is_one_finding(string yaml)
    {
        var (configuration, findings) = StackFile.Read("dev", new StringReader(yaml));

        Assert.That(findings, Is.EqualTo(new[]
        {
            Finding.Error("Pulumi.dev.yaml", "Pulumi.dev.yaml has no config. Put the settings under config:, "
                + "for example exchange-on-aws:network."),
        }));
        Assert.That(configuration.Values, Is.Empty);
    }

    [TestCase("config:\n  a: [1, 2\n  b: 3\n", 2)]
    [TestCase("config:\n  a: 'open\n", 2)]
    [TestCase("config:\n  a: 1\n  a: 2\n", 3)]
    [TestCase("config:\n  a: &a [*a]\n", 2)]
    [TestCase("config:\n  a: 1\n b: 2\n", 3)]
    public void Syntax_error_is_one_finding_with_its_line(string yaml, int line)
    {
        var (configuration, findings) = StackFile.Read("dev", new StringReader(yaml));

        Assert.That(findings, Has.Count.EqualTo(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(findings[0].Severity, Is.EqualTo(Severity.Error));
            Assert.That(findings[0].Subject, Is.EqualTo("Pulumi.dev.yaml"));
            Assert.That(findings[0].Message, Does.StartWith(
                $"Pulumi.dev.yaml cannot be read as YAML at line {line}, column "));
            Assert.That(findings[0].Message, Does.EndWith(
                ". Correct the file there; nothing else was checked."));
            Assert.That(configuration.Values, Is.Empty);
        }
    }

    [TestCase("config:\n\ta: 1\n", "tab")]
    [TestCase("config:\n  a: *nowhere\n", "'nowhere'")]
    public void Syntax_error_of_unknown_place_is_one_finding_that_names_it(string yaml, string reason)
    {
        var (_, findings) = StackFile.Read("dev", new StringReader(yaml));

        Assert.That(findings, Has.Count.EqualTo(1));
        Assert.That(findings[0].Message, Does.Contain(reason));
    }

    [Test]
    public void Any_text_is_read_or_refused_without_an_exception()
    {
        var pieces = Gen.Elements(
            "config:", "\n", "\n  ", "network", ": ", "- ", "[", "]", "{", "}", "'", "\"",
            "&a ", "*a", "? ", "|", "#",
            "!!int ", "\t", "3", "~", "a", ",", "---", "...", "%", "<<", "\u0000", "\ud800");
        var texts = pieces.ArrayOf(12).Select(words => "config:\n  " + string.Concat(words))
            .Or(pieces.ArrayOf(6).Select(string.Concat));

        Generators.Check(texts, 800, text =>
        {
            var (configuration, findings) = StackFile.Read("dev", new StringReader(text));
            _ = SettingsReader.Read(configuration);
            return findings.Count <= 1 ? [] : ["more than one finding about one file"];
        });
    }

    [Test]
    public void Stacks_of_a_folder_are_listed_in_alphabetical_order()
    {
        var folder = Directory.CreateTempSubdirectory("stacks-");
        try
        {
            string[] names = ["Pulumi.yaml", "Pulumi.prod.yaml", "Pulumi.dev.yaml",
                "Pulumi.dev.yml", "other.yaml",
                "Pulumi.eu.test.yaml"];
            foreach (var name in names)
            {
                File.WriteAllText(Path.Combine(folder.FullName, name), "");
            }

            Assert.That(StackFile.StacksIn(folder.FullName), Is.EqualTo(new[] { "dev", "eu.test", "prod" }));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static JsonNode? Value(string yaml, string key) => Read(yaml).Values[key];

    private static StackConfiguration Read(string yaml)
    {
        var (configuration, findings) = StackFile.Read("dev", new StringReader(yaml));
        Assert.That(findings, Is.Empty);
        return configuration;
    }
}
