using System.Text.Json.Nodes;
using ExchangeOnAws.Findings;

namespace ExchangeOnAws.Settings;

/// <summary>
/// Turns a stack's configuration into <see cref="StackSettings"/>. Collects every finding: where a value
/// cannot be used, reading goes on with its default or example.
/// </summary>
public sealed class SettingsReader
{
    private readonly List<Finding> _findings = [];
    private readonly StackConfiguration _configuration;

    private SettingsReader(StackConfiguration configuration) => _configuration = configuration;

    /// <summary>
    /// The settings, complete and within their ranges, and what was wrong with those that were written.
    /// </summary>
    public static (StackSettings Settings, IReadOnlyList<Finding> Findings) Read(
        StackConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var settings = reader.ReadStack();
        return (settings, reader._findings);
    }

    private StackSettings ReadStack()
    {
        var areas = new JsonObject();
        foreach (var (key, value) in _configuration.Values)
        {
            if (key.StartsWith(StackConfiguration.ProjectName + ":", StringComparison.Ordinal))
            {
                areas[key[(StackConfiguration.ProjectName.Length + 1)..]] = value?.DeepClone();
            }
        }

        return (StackSettings)ReadRecord(
            new StackSettings
            {
                Region = ReadRegion(),
                NativeRegion = _configuration.Values.GetValueOrDefault("aws-native:region")?.ToString(),
            }, areas, "", isSecret: false);
    }

    private string ReadRegion()
    {
        var region = _configuration.Values.GetValueOrDefault("aws:region")?.ToString();
        if (region is null)
        {
            Report("aws:region", "aws:region is not set. Run: pulumi config set aws:region eu-west-1");
        }
        else if (!SettingForms.Matches(SettingForm.Region, region))
        {
            var shown = _configuration.SecretKeys.Contains("aws:region")
                ? "a value that is not shown here"
                : $"\"{region}\"";
            Report("aws:region", $"aws:region is {shown}, which is not "
                + $"{SettingForms.Describe(SettingForm.Region)}. Run: "
                + "pulumi config set aws:region eu-west-1");
        }
        else
        {
            return region;
        }

        return new StackSettings().Region;
    }

    private object ReadRecord(object record, JsonObject source, string path, bool isSecret)
    {
        var known = SettingProperty.Of(record.GetType());
        foreach (var (key, _) in source.Where(entry => known.All(setting => setting.Key != entry.Key)))
        {
            ReportUnknown(path, key, known);
        }

        foreach (var setting in known)
        {
            var subject = path + setting.Key;
            var hidden = isSecret
                || _configuration.SecretKeys.Contains($"{StackConfiguration.ProjectName}:{subject}");
            ReadSetting(record, setting, source[setting.Key], subject, hidden);
        }

        return record;
    }

    private void ReadSetting(
        object record, SettingProperty setting, JsonNode? source, string subject, bool hidden)
    {
        var isEncrypted = source is JsonObject { Count: 1 } only && only.ContainsKey("secure");
        if (isEncrypted)
        {
            Report(subject, $"{subject} is encrypted in the stack file. No setting holds a secret: secrets "
                + "stay in Secrets Manager and are named by ARN. Write this value in plain text.");
        }

        if (setting.IsRecord)
        {
            ReadNested(record, setting, isEncrypted ? null : source, subject, hidden);
        }
        else if (isEncrypted)
        {
            setting.Set(record, Fallback(record, setting));
        }
        else if (source is null)
        {
            ReadMissing(record, setting, subject);
        }
        else
        {
            var reading = SettingValue.Read(setting, source, subject, hidden);
            _findings.AddRange(reading.Findings);
            setting.Set(record, reading.IsUsable ? reading.Value : Fallback(record, setting));
        }
    }

    private void ReadNested(
        object record, SettingProperty setting, JsonNode? source, string subject, bool hidden)
    {
        var present = setting.Get(record);
        if (source is null && present is null)
        {
            return;
        }

        if (source is not (null or JsonObject))
        {
            Report(subject, $"{subject} is a {SettingValue.KindOf(source)}, but it has settings of its own: "
                + $"{string.Join(", ", SettingProperty.Of(setting.Type).Select(nested => nested.Key))}. "
                + $"Write them under {subject}, one per line.");
            source = null;
        }

        var nested = present ?? Activator.CreateInstance(setting.Type)!;
        setting.Set(record, ReadRecord(nested, source as JsonObject ?? [], subject + ".", hidden));
    }

    private void ReadMissing(object record, SettingProperty setting, string subject)
    {
        if (!setting.Attribute.IsRequired)
        {
            return;
        }

        var example = setting.Attribute.Example;
        Report(subject, setting.IsList
            ? $"{subject} is not set. Add it to {StackFile.FileName(_configuration.StackName)}, for example "
                + $"{setting.Key}: {example}"
            : $"{subject} is not set. Run: pulumi config set --path "
                + $"{StackConfiguration.ProjectName}:{subject} {example}");
        setting.Set(record, Fallback(record, setting));
    }

    // Planning needs a value of the right form to go on; the finding already stops the deployment.
    private static object? Fallback(object record, SettingProperty setting) => setting.Attribute switch
    {
        { IsRequired: true, Example: { } example } =>
            SettingValue.Read(setting, SettingValue.ParseExample(example), setting.Key, hidden: false).Value,
        _ => setting.Get(record),
    };

    private void ReportUnknown(string path, string key, IReadOnlyList<SettingProperty> known)
    {
        var subject = path + key;
        var prefix = path.Length == 0 ? StackConfiguration.ProjectName + ":" : path;
        var nearest = NearestName.Of(key, known.Select(setting => setting.Key));
        Report(subject, nearest is null
            ? $"{prefix}{key} is not a setting. Remove it; the settings here are "
                + $"{string.Join(", ", known.Select(setting => setting.Key))}."
            : $"{prefix}{key} is not a setting. The nearest one is {prefix}{nearest}.");
    }

    private void Report(string subject, string message) => _findings.Add(Finding.Error(subject, message));
}
