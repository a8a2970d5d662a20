using System.Globalization;
using System.Net;
using System.Text;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Settings;

/// <summary>
/// docs/configuration.md is written from the settings records, so it lists exactly what exists.
/// </summary>
public sealed class ConfigurationReferenceTests
{
    private const string Introduction = """
        # Configuration reference

        Every setting of `Pulumi.<stack>.yaml`, written from the code by a test. Settings stand under
        `config:`, one object per area:

        ```yaml
        config:
          aws:region: eu-west-1
          aws-native:region: eu-west-1
          exchange-on-aws:network:
            zones: [eu-west-1a, eu-west-1b]
        ```

        Or from the command line: `pulumi config set --path exchange-on-aws:network.natGateways single`.

        `aws:region` is needed, and `aws-native:region` with the same value: secrets are created by that provider.

        No setting holds a secret: secrets stay in Secrets Manager and are named by ARN.

        """;

    [Test]
    public void Reference_lists_exactly_the_settings_that_exist() =>
        Approved.Matches("../../docs/configuration.md", Reference());

    [Test]
    public void Every_setting_says_what_it_decides() => Assert.That(
        All(typeof(StackSettings), "")
            .Select(setting => (setting.Subject, setting.Property.Attribute.Description)),
        Has.All.Matches<(string Subject, string Description)>(
            setting => setting.Description.EndsWith('.') && char.IsUpper(setting.Description[0])));

    private static string Reference()
    {
        var text = new StringBuilder(Introduction);
        foreach (var area in SettingProperty.Of(typeof(StackSettings)))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {area.Key}\n\n{area.Attribute.Description}\n");
            if (area.IsRecord)
            {
                text.Append("\n| setting | default | what it decides |\n|---|---|---|\n");
                foreach (var (subject, property, record) in All(area.Type, ""))
                {
                    text.Append(CultureInfo.InvariantCulture,
                        $"| `{subject}` | {Default(property, record)} | {Meaning(property)} |\n");
                }
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(string Subject, SettingProperty Property, object Record)> All(
        Type type, string path) =>
        All(Activator.CreateInstance(type)!, path);

    private static IEnumerable<(string Subject, SettingProperty Property, object Record)> All(
        object record, string path)
    {
        foreach (var property in SettingProperty.Of(record.GetType()))
        {
            yield return (path + property.Key, property, record);
            if (property.IsRecord)
            {
                var nested = property.Get(record) ?? Activator.CreateInstance(property.Type)!;
                foreach (var inner in All(nested, $"{path}{property.Key}."))
                {
                    yield return inner;
                }
            }
        }
    }

    private static string Default(SettingProperty property, object record) => property switch
    {
        { Attribute.IsRequired: true } => $"needed, for example `{property.Attribute.Example}`",
        { Attribute.DerivedDefault: { } derived } => derived,
        { IsRecord: true } => "",
        _ when property.Get(record) is null => "not set",
        _ => $"`{SettingValue.Write(property.Get(record))}`",
    };

    private static string Meaning(SettingProperty property)
    {
        var (minimum, maximum) = (property.Attribute.Minimum, property.Attribute.Maximum);
        var words = property.ElementType.IsEnum
            ? " One of " + string.Join(", ", SettingProperty.Words(property.ElementType)
                .Select(word => $"`{word.Word}`")) + "."
            : "";
        var range = (minimum, maximum) switch
        {
            (int.MinValue, int.MaxValue) => "",
            (int.MinValue, _) => $" At most {maximum}{Unit(property)}.",
            _ => $" {minimum} to {maximum}{Unit(property)}.",
        };
        var type = property.ElementType == typeof(bool) ? " `true` or `false`." : "";
        return property.Attribute.Description + words + range + type;
    }

    private static string Unit(SettingProperty property) => property.IsList
        ? property.ElementType == typeof(IPNetwork) ? " address blocks" : " entries"
        : "";
}
