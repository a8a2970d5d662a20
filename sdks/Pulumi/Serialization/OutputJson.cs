using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>JSON of values that have outputs and inputs in them.</summary>
internal static class OutputJson
{
    // Options carry the compiled shape of every type they have met, so they are made once.
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> Extended = [];

    /// <summary>
    /// The documents being read or written, innermost last; writing is synchronous, so one per thread.
    /// </summary>
    [ThreadStatic]
    private static Document? t_current;

    public static OutputData Write<T>(OutputData data, JsonSerializerOptions? options)
        => (options is null ? PlainJson.TryWrite(data, typeof(T)) : null) ?? WriteAny<T>(data, options);

    private static OutputData WriteAny<T>(OutputData data, JsonSerializerOptions? options)
    {
        var (document, outer) = (new Document(data), t_current);
        t_current = document;
        try
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(data.As<T>(), Extend(options));
            return document.Summary.IsKnown ? document.Summary.WithValue(
                Encoding.UTF8.GetString(json)) : document.Summary;
        }
        finally
        {
            t_current = outer;
        }
    }

    public static OutputData Read<T>(OutputData data, JsonSerializerOptions? options)
    {
        var outer = t_current;
        t_current = new Document(data);
        try
        {
            return data.WithValue(JsonSerializer.Deserialize<T>(data.As<string>(), Extend(options)));
        }
        finally
        {
            t_current = outer;
        }
    }

    private static JsonSerializerOptions Extend(JsonSerializerOptions? options)
        => Extended.GetValue(options ?? JsonSerializerOptions.Default, static options =>
        {
            var extended = new JsonSerializerOptions(options);
            extended.Converters.Add(new ConverterFactory());
            return extended;
        });

    /// <summary>What the outputs in a document add up to.</summary>
    private sealed class Document(OutputData root)
    {
        public OutputData Summary { get; private set; } = root;

        public void Add(OutputData part) => Summary = Summary.Then(part);
    }

    private sealed class ConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert)
            => typeToConvert.IsGenericType
                && typeToConvert.GetGenericTypeDefinition() is var definition
                && (definition == typeof(Output<>) || definition == typeof(Input<>)
                    || definition == typeof(InputList<>) || definition == typeof(InputMap<>));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        {
            var valueType = typeToConvert;
            while (valueType.GetGenericTypeDefinition() is var definition
                && definition != typeof(Output<>) && definition != typeof(Input<>))
            {
                valueType = valueType.BaseType!;
            }

            return (JsonConverter)Activator.CreateInstance(
                typeof(Converter<,>).MakeGenericType(typeToConvert, valueType.GenericTypeArguments[0]))!;
        }
    }

    private sealed class Converter<TOutput, TValue> : JsonConverter<TOutput>
        where TOutput : class
    {
        public override TOutput Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var value = JsonSerializer.Deserialize<TValue>(ref reader, options);
            var output = new Output<TValue>(t_current!.Summary.WithValue(value));
            return (TOutput)(object)(typeToConvert == typeof(Output<TValue>) ? output
                : typeToConvert == typeof(Input<TValue>) ? (Input<TValue>)output
                : typeToConvert.GetMethod("op_Implicit", [typeof(Output<TValue>)])!.Invoke(null, [output])!);
        }

        public override void Write(Utf8JsonWriter writer, TOutput value, JsonSerializerOptions options)
        {
            var source = (value is IInput input ? input.Value : (IOutput)value).Source;

            // A converter cannot wait in any other way.
            var data = source.Peek() ?? source.WaitAsync().GetAwaiter().GetResult();
            t_current!.Add(data);
            if (data.IsKnown)
            {
                JsonSerializer.Serialize(writer, data.As<TValue>(), options);
            }
            else
            {
                // The whole text is unknown then; only its form must stay intact.
                writer.WriteNullValue();
            }
        }
    }
}
