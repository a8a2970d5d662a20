using System.Collections;
using System.Text;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>
/// Writes the JSON of dictionaries, lists, plain objects and the outputs in them, as the serializer would.
/// </summary>
/// <remarks>
/// The serializer of the platform takes a tenth of a second before its first document; policies do not need
/// what it prepares. What is not plain makes <see cref="TryWrite"/> give up; the serializer then does it.
/// </remarks>
internal sealed class PlainJson : IDisposable
{
    // The serializer's own limit, which also ends cycles.
    private const int DepthLimit = 64;

    private readonly MemoryStream _buffer = new();
    private readonly Utf8JsonWriter _writer;
    private OutputData _summary;

    private PlainJson(OutputData root)
    {
        _writer = new Utf8JsonWriter(_buffer);
        _summary = root;
    }

    /// <summary>The document, or null when the value is not plain.</summary>
    public static OutputData? TryWrite(OutputData data, Type type)
    {
        using var json = new PlainJson(data);
        if (!json.Write(data.Value, type, depth: 0))
        {
            return null;
        }

        json._writer.Flush();
        return json._summary.WithValue(
            json._summary.IsKnown ? Encoding.UTF8.GetString(
                json._buffer.GetBuffer(), 0, (int)json._buffer.Length) : null);
    }

    public void Dispose()
    {
        _writer.Dispose();
        _buffer.Dispose();
    }

    private bool Write(object? value, Type declared, int depth)
    {
        switch (value)
        {
            case null:
                _writer.WriteNullValue();
                return true;
            case string text:
                _writer.WriteStringValue(text);
                return true;
            case bool flag:
                _writer.WriteBooleanValue(flag);
                return true;
            case int number:
                _writer.WriteNumberValue(number);
                return true;
            case double number when double.IsFinite(number):
                _writer.WriteNumberValue(number);
                return true;
            case byte[] or IUnion:
                return false;
            case IInput input:
                return WriteOutput(input.Value.Source, declared, depth);
            case IOutput output:
                return WriteOutput(output.Source, declared, depth);
            default:
                return depth < DepthLimit && WriteComposite(value, declared, depth + 1);
        }
    }

    private bool WriteComposite(object value, Type declared, int depth) => value switch
    {
        IDictionary map => WriteMap(map, Element(declared), depth),
        IList list => WriteList(list, Element(declared), depth),
        _ => WriteObject(value, declared, depth),
    };

    private bool WriteOutput(OutputSource source, Type declared, int depth)
    {
        // The document is written in one go; the serializer's converters cannot wait otherwise either.
        var data = source.Peek() ?? source.WaitAsync().GetAwaiter().GetResult();
        _summary = _summary.Then(data);
        return Write(data.IsKnown ? data.Value : null, Element(declared), depth);
    }

    private bool WriteMap(IDictionary map, Type element, int depth)
    {
        _writer.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            if (entry.Key is not string key)
            {
                return false;
            }

            _writer.WritePropertyName(key);
            if (!Write(entry.Value, element, depth))
            {
                return false;
            }
        }

        _writer.WriteEndObject();
        return true;
    }

    private bool WriteList(IList list, Type element, int depth)
    {
        if (list is ValueType && list.GetHashCode() == 0)
        {
            return false;
        }

        _writer.WriteStartArray();
        foreach (var item in list)
        {
            if (!Write(item, element, depth))
            {
                return false;
            }
        }

        _writer.WriteEndArray();
        return true;
    }

    private bool WriteObject(object value, Type declared, int depth)
    {
        // The serializer writes what the declared type has, not what the object has.
        if ((declared != typeof(object) && declared != value.GetType())
            || PlainObject.Of(value.GetType()) is not { } shape)
        {
            return false;
        }

        _writer.WriteStartObject();
        foreach (var property in shape.Properties)
        {
            var member = MemberAccess.Read(property.Storage, value);
            if (member is null && property.IsOmittedWhenNull)
            {
                continue;
            }

            _writer.WritePropertyName(property.Name);
            if (!Write(member, property.Type, depth))
            {
                return false;
            }
        }

        _writer.WriteEndObject();
        return true;
    }

    private static Type Element(Type declared)
        => declared.IsArray ? declared.GetElementType()!
            : declared.IsGenericType ? declared.GenericTypeArguments[^1]
            : typeof(object);
}
