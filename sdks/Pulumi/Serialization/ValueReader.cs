using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns typed values into the plain ones that mocks see: doubles, arrays, dictionaries.</summary>
/// <remarks>
/// Does not wait: an output that is not there yet is noted in <see cref="Pending"/>, to read again.
/// </remarks>
internal sealed class ValueReader
{
    public bool IsKnown { get; private set; } = true;

    public bool IsSecret { get; private set; }

    public List<OutputSource>? Pending { get; private set; }

    public HashSet<Resource> Resources { get; } = [];

    /// <summary>Reads a value as often as it takes until all of its outputs are there.</summary>
    public static async Task<(object? Value, ValueReader Reader)> ReadAsync(object? value)
    {
        while (true)
        {
            var reader = new ValueReader();
            var plain = reader.Read(value);
            if (reader.Pending is null)
            {
                return (plain, reader);
            }

            foreach (var source in reader.Pending)
            {
                await source.WaitAsync().ConfigureAwait(false);
            }
        }
    }

    public object? Read(object? value) => value switch
    {
        null or bool or double or string or AssetOrArchive => value,
        int number => (double)number,
        InputArgs args => ReadPairs(InputMembers.Of(args.GetType()).Read(args)),
        IInput input => ReadOutput(input.Parts.Source),
        IOutput output => ReadOutput(output.Source),
        IUnion union => Read(union.Value),
        JsonElement element => ReadJson(element),
        Resource resource => ReadResource(resource),
        IDictionary dictionary => ReadPairs(Entries(dictionary)),
        IList list => ReadList(list),
        Enum number when number.GetTypeCode() == TypeCode.Int32 => (double)(int)value,
        ValueTuple => null,
        Task => throw new InvalidOperationException("A task is not an argument: wrap it with Output.Create."),
        _ => ReadObject(value),
    };

    private object? ReadOutput(OutputSource source)
    {
        if (source.Peek() is not { } data)
        {
            (Pending ??= []).Add(source);
            return null;
        }

        foreach (var resource in data.Resources)
        {
            Resources.Add(resource);
        }

        IsSecret |= data.IsSecret;
        IsKnown &= data.IsKnown;
        return data.IsKnown ? Read(data.Value) : null;
    }

    private Resource ReadResource(Resource resource)
    {
        Resources.Add(resource);
        if (resource.Registration.Completed is null)
        {
            (Pending ??= []).Add(resource.Urn.Source);
        }

        return resource;
    }

    private object? ReadObject(object value)
    {
        var shape = ObjectShape.Of(value.GetType());
        return shape.IsEnum ? shape.ReadEnum(value) : ReadPairs(shape.ReadFields(value));
    }

    private ImmutableArray<object?> ReadList(IList list)
    {
        // A default ImmutableArray has no Count; it is the only one whose hash code is zero.
        if (list is ValueType && list.GetHashCode() == 0)
        {
            return [];
        }

        var items = ImmutableArray.CreateBuilder<object?>(list.Count);
        foreach (var item in list)
        {
            items.Add(Read(item));
        }

        return items.MoveToImmutable();
    }

    private ImmutableDictionary<string, object?> ReadPairs(IEnumerable<KeyValuePair<string, object?>> pairs)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (key, value) in pairs)
        {
            // Keys with two underscores are the engine's own.
            if (Read(value) is { } plain && !key.StartsWith("__", StringComparison.Ordinal))
            {
                result[key] = plain;
            }
        }

        return result.ToImmutable();
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary dictionary)
    {
        foreach (DictionaryEntry entry in dictionary)
        {
            yield return entry.Key is string key
                ? new(key, entry.Value)
                : throw new InvalidOperationException(
                    $"The keys of {dictionary.GetType().FullName} are not strings.");
        }
    }

    private object? ReadJson(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
        JsonValueKind.Array => ReadList(element.EnumerateArray().ToArray()),
        JsonValueKind.Object => ReadJsonObject(element),
        _ => null,
    };

    // Unlike everywhere else, a null in a JSON object means something and stays.
    private ImmutableDictionary<string, object?> ReadJsonObject(JsonElement element)
    {
        var result = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var property in element.EnumerateObject())
        {
            result[property.Name] = ReadJson(property.Value);
        }

        return result.ToImmutable();
    }
}
