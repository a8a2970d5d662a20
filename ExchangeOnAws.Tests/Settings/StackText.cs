using ExchangeOnAws.Findings;
using ExchangeOnAws.Settings;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Settings;

/// <summary>Stack files as text, and what the reader makes of them.</summary>
internal static class StackText
{
    public static (StackSettings Settings, IReadOnlyList<Finding> Findings) Read(string path, string value) =>
        Read(Yaml(path, value));

    public static (StackSettings Settings, IReadOnlyList<Finding> Findings) Read(string yaml)
    {
        var (configuration, findings) = StackFile.Read("dev", new StringReader(yaml));
        Assert.That(findings, Is.Empty);
        return SettingsReader.Read(configuration);
    }

    /// <summary>A stack file with what is required, and one value more or another instead.</summary>
    public static string Yaml(string path, string value)
    {
        var values = new Dictionary<string, string>
        {
            ["network.zones"] = "[eu-west-1a, eu-west-1b]",
            ["directory.domainName"] = "corp.example.com",
            ["clientAccess.namespace"] = "mail.example.com",
            [path] = value,
        };
        var areas = values.GroupBy(entry => entry.Key.Split('.')[0]).Select(area =>
            area.FirstOrDefault(entry => entry.Key == area.Key) is { Key: not null } whole
                ? $"  exchange-on-aws:{area.Key}: {whole.Value}\n"
                : $"  exchange-on-aws:{area.Key}: {{ "
                    + string.Join(", ", area.Select(entry => $"{entry.Key.Split('.')[1]}: {entry.Value}"))
                    + " }\n");
        return "config:\n  aws:region: eu-west-1\n" + string.Concat(areas);
    }
}
