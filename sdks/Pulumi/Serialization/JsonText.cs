using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Pulumi.Serialization;

/// <summary>
/// Writes a provider's structured setting as JSON text, the form in which providers take it.
/// </summary>
internal static class JsonText
{
    public static Output<string> Of(object value)
    {
        return new Output<string>(OutputSource.From(WriteAsync(value)));

        static async Task<OutputData> WriteAsync(object value)
        {
            var (plain, reader) = await ValueReader.ReadAsync(value).ConfigureAwait(false);
            var text = new StringBuilder();
            Write(text, plain);
            return new OutputData(text.ToString(), [.. reader.Resources], reader.IsKnown, reader.IsSecret);
        }
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case double number:
                text.Append(number.ToString("r", CultureInfo.InvariantCulture));
                break;
            case string word:
                WriteString(text, word);
                break;
            case ImmutableArray<object?> items:
                WriteAll(text, '[', ']', items, static (text, item) => Write(text, item));
                break;
            case ImmutableDictionary<string, object?> map:
                WriteAll(text, '{', '}', map.OrderBy(item => item.Key, StringComparer.Ordinal), WritePair);
                break;
            default:
                throw new InvalidOperationException($"{value.GetType().FullName} has no JSON form.");
        }
    }

    private static void WritePair(StringBuilder text, KeyValuePair<string, object?> pair)
    {
        WriteString(text, pair.Key);
        text.Append(": ");
        Write(text, pair.Value);
    }

    private static void WriteAll<T>(
        StringBuilder text, char open, char close, IEnumerable<T> items, Action<StringBuilder, T> write)
    {
        text.Append(open).Append(' ');
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator);
            write(text, item);
            separator = ", ";
        }

        text.Append(separator.Length > 0 ? " " : "").Append(close);
    }

    private static void WriteString(StringBuilder text, string word)
    {
        text.Append('"');
        foreach (var character in word)
        {
            if (character is '"' or '\\')
            {
                text.Append('\\').Append(character);
            }
            else if (character is '\n' or '\r' or '\t')
            {
                text.Append('\\').Append(character switch { '\n' => 'n', '\r' => 'r', _ => 't' });
            }
            else if (character is < ' ' or '<' or '>' or '\u007f')
            {
                text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                text.Append(character);
            }
        }

        text.Append('"');
    }
}
