using System.Collections;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Settings;

/// <summary>Reads one value of one setting, and words what is wrong with it.</summary>
public static class SettingValue
{
    /// <summary>A value, or the reasons why there is none.</summary>
    public sealed record Reading(object? Value, IReadOnlyList<Finding> Findings)
    {
        public bool IsUsable => Findings.Count == 0;
    }

    /// <summary>Reads a value; <paramref name="hidden"/> keeps what was received out of messages.</summary>
    public static Reading Read(SettingProperty setting, JsonNode source, string subject, bool hidden)
    {
        if (setting.IsMap)
        {
            return ReadMap(setting, source, subject, hidden);
        }

        return setting.IsList
            ? ReadList(setting, source, subject, hidden)
            : ReadOne(setting, source, subject, hidden);
    }

    /// <summary>An example as it is typed in a stack file: a word, or words in brackets.</summary>
    public static JsonNode ParseExample(string example) => example is ['[', .. var words, ']']
        ? new JsonArray([.. words.Split(", ").Select(word => JsonValue.Create(word))])
        : JsonValue.Create(example);

    /// <summary>How a value is typed in a stack file.</summary>
    public static string Write(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        Enum word => SettingProperty.Words(word.GetType()).Single(pair => pair.Value.Equals(word)).Word,
        string text => text,
        IDictionary { Count: 0 } => "{}",
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Write))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static Reading ReadMap(SettingProperty setting, JsonNode source, string subject, bool hidden)
    {
        if (source is not JsonObject map)
        {
            return Refuse(subject, $"{subject} is a {KindOf(source)}, but it gives values to names. "
                + "Write one \"name: value\" per line.");
        }

        var readings = map.Select(entry => (entry.Key, Reading: entry.Value is null
            ? Refuse($"{subject}.{entry.Key}",
                $"{subject}.{entry.Key} has no value. Write one, or take the name out.")
            : ReadOne(setting, entry.Value, $"{subject}.{entry.Key}", hidden))).ToArray();
        var values = (IDictionary)Activator.CreateInstance(
            typeof(Dictionary<,>).MakeGenericType(typeof(string), setting.ElementType))!;
        foreach (var (key, reading) in readings.Where(entry => entry.Reading.IsUsable))
        {
            values.Add(key, reading.Value);
        }

        return new(values, [.. readings.SelectMany(entry => entry.Reading.Findings)]);
    }

    private static Reading ReadList(SettingProperty setting, JsonNode source, string subject, bool hidden)
    {
        if (source is not JsonArray array)
        {
            return Refuse(subject, $"{subject} is a {KindOf(source)}, but it is a list. Write it in "
                + $"brackets: [{(hidden || source is JsonObject ? "…" : source.ToString())}].");
        }

        var readings = array.Select((item, index) => item is null
            ? Refuse(subject, $"{subject} has no value at place {index + 1}. "
                + "Write one, or take the place out.")
            : ReadOne(setting, item, subject, hidden)).ToArray();
        var findings = readings.SelectMany(reading => reading.Findings).ToArray();
        if (findings.Length == 0 && OutsideRange(setting.Attribute, array.Count))
        {
            return Refuse(subject, $"{subject} has {array.Count} "
                + $"{(array.Count == 1 ? "entry" : "entries")}{Because(setting.Attribute)}. "
                + $"List {RangeOf(setting.Attribute)}.");
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(setting.ElementType))!;
        foreach (var reading in readings.Where(reading => reading.IsUsable))
        {
            list.Add(reading.Value);
        }

        return new(list, findings);
    }

    private static Reading ReadOne(SettingProperty setting, JsonNode source, string subject, bool hidden)
    {
        if (source is not JsonValue)
        {
            return Refuse(subject, $"{subject} is a {KindOf(source)}, but it is one value. "
                + "Write a single value.");
        }

        var text = source.ToString().Trim();
        var type = setting.ElementType;
        var isHidden = hidden || setting.Attribute.Form == SettingForm.SecretArn;
        var shown = isHidden ? "a value that is not shown here" : $"\"{text}\"";
        var verb = setting.IsList ? "contains" : "is";
        if (type == typeof(int))
        {
            return ReadNumber(setting, text, subject, shown);
        }

        if (type == typeof(bool))
        {
            return bool.TryParse(text, out var truth)
                ? new(truth, [])
                : Refuse(subject, $"{subject} is {shown}, which is neither true nor false. "
                    + "Use true or false.");
        }

        if (type.IsEnum)
        {
            var words = SettingProperty.Words(type);
            var match = words.FirstOrDefault(pair => pair.Word == text).Value;
            return match is not null
                ? new(match, [])
                : Refuse(subject, $"{subject} is {shown}, which it cannot be. Use "
                    + $"{string.Join(" or ", words.Select(pair => pair.Word))}.");
        }

        if (type == typeof(IPNetwork))
        {
            return ReadNetwork(text, subject, $"{subject} {verb} {shown}", isHidden);
        }

        if (type == typeof(IPAddress))
        {
            return IsIPv4(text, out var address)
                ? new(address, [])
                : Refuse(subject, $"{subject} {verb} {shown}, which is not an IPv4 address. "
                    + "Use the form 10.0.0.10.");
        }

        return SettingForms.Matches(setting.Attribute.Form, text)
            ? new(text, [])
            : Refuse(subject, $"{subject} {verb} {shown}, which is not "
                + $"{SettingForms.Describe(setting.Attribute.Form)}. {Instead(setting)}");
    }

    private static string Instead(SettingProperty setting) => setting.Attribute switch
    {
        { Form: SettingForm.SecretArn } => "Create the secret in Secrets Manager and set its ARN.",
        { Example: { } example } => $"Use the form {example.Trim('[', ']')}.",
        _ => "Correct it.",
    };

    // The range of a list is that of its count.
    private static Reading ReadNumber(SettingProperty setting, string text, string subject, string shown)
    {
        var verb = setting.IsList ? "contains" : "is";
        var range = setting.IsList ? "whole numbers" : RangeOf(setting.Attribute);
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return Refuse(subject, $"{subject} {verb} {shown}, which is not a whole number. Use {range}.");
        }

        return !setting.IsList && OutsideRange(setting.Attribute, number)
            ? Refuse(subject, $"{subject} is {shown.Trim('"')}{Because(setting.Attribute)}. Use {range}.")
            : new(number, []);
    }

    private static Reading ReadNetwork(string text, string subject, string received, bool hidden)
    {
        var parts = text.Split('/');
        if (parts.Length != 2 || !IsIPv4(parts[0], out var address)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var prefix)
            || prefix > 32)
        {
            return Refuse(subject, $"{received}, which is not an IPv4 address block. "
                + "Use the form 10.0.0.0/16.");
        }

        var network = AddressBlock.Containing(address, prefix);
        return network.BaseAddress.Equals(address)
            ? new(network, [])
            : Refuse(subject, $"{received}, which names an address inside a block. "
                + (hidden ? "Use the block's first address." : $"The block is {network}; use that."));
    }

    // IPAddress also takes 10.1 and 0x0a000001 for addresses; nobody means those in a stack file.
    private static bool IsIPv4(string text, out IPAddress address) =>
        IPAddress.TryParse(text, out address!) && address.AddressFamily == AddressFamily.InterNetwork
        && address.ToString() == text;

    /// <summary>What a value is, in the words of a message.</summary>
    internal static string KindOf(JsonNode source) => source switch
    {
        JsonArray => "list",
        JsonObject => "group of settings",
        _ => "single value",
    };

    private static bool OutsideRange(SettingAttribute attribute, int number) =>
        number < attribute.Minimum || number > attribute.Maximum;

    private static string Because(SettingAttribute attribute) =>
        attribute.RangeReason is { } reason ? $"; {reason}" : "";

    private static string RangeOf(SettingAttribute attribute) => (attribute.Minimum, attribute.Maximum) switch
    {
        (int.MinValue, int.MaxValue) => "a whole number",
        (int.MinValue, var maximum) => $"at most {maximum}",
        (var minimum, int.MaxValue) => $"at least {minimum}",
        var (minimum, maximum) => $"{minimum} to {maximum}",
    };

    private static Reading Refuse(string subject, string message) =>
        new(null, [Finding.Error(subject, message)]);
}
