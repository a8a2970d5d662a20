using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Converts to one closed generic type that outputs may contain.</summary>
internal abstract class GenericConverter
{
    private static readonly ConcurrentDictionary<Type, GenericConverter> Known = new();

    public static GenericConverter Of(Type type) => Known.GetOrAdd(type, Create);

    /// <summary>The converted value, or null where it does not fit.</summary>
    public abstract object? Convert(object value);

    private static GenericConverter Create(Type type)
    {
        var (definition, arguments) = (type.GetGenericTypeDefinition(), type.GenericTypeArguments);
        var converter = definition switch
        {
            _ when definition == typeof(ImmutableArray<>) => typeof(ToArray<>).MakeGenericType(arguments),
            _ when definition == typeof(ImmutableDictionary<,>) => typeof(
                ToMap<>).MakeGenericType(arguments[1]),
            _ when definition == typeof(Union<,>) => typeof(ToUnion<,>).MakeGenericType(arguments),
            _ when definition == typeof(Output<>) => typeof(ToOutput<>).MakeGenericType(arguments),
            _ => throw new InvalidOperationException($"An output cannot contain {type.FullName}."),
        };
        return (GenericConverter)Activator.CreateInstance(converter)!;
    }

    private static T Item<T>(object? value)
        => ValueConverter.Convert(value, typeof(T)) is { } item ? (T)item : default!;

    private sealed class ToArray<T> : GenericConverter
    {
        public override object? Convert(object value)
            => value is ImmutableArray<object?> items ? ImmutableArray.CreateRange(items, Item<T>) : null;
    }

    private sealed class ToMap<T> : GenericConverter
    {
        public override object? Convert(object value)
        {
            if (value is not ImmutableDictionary<string, object?> map)
            {
                return null;
            }

            var result = ImmutableDictionary.CreateBuilder<string, T>();
            foreach (var (key, item) in map)
            {
                result.Add(key, Item<T>(item));
            }

            return result.ToImmutable();
        }
    }

    private sealed class ToUnion<T0, T1> : GenericConverter
    {
        public override object? Convert(object value)
        {
            if (ValueConverter.TryConvert(value, typeof(T0), out var first))
            {
                return Union<T0, T1>.FromT0((T0)first!);
            }

            return ValueConverter.TryConvert(value, typeof(T1), out var second)
                ? Union<T0, T1>.FromT1((T1)second!)
                : null;
        }
    }

    private sealed class ToOutput<T> : GenericConverter
    {
        public override object? Convert(object value)
            => ValueConverter.TryConvert(value, typeof(T), out var item) ? Output.Create((T)item!) : null;
    }
}
