using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns the plain values that mocks return into the types of a resource's properties.</summary>
internal static class ValueConverter
{
    /// <summary>The converted value; null, which reads as the default, where it does not fit.</summary>
    public static object? Convert(object? value, Type type)
        => TryConvert(value, type, out var result) ? result : null;

    /// <summary>Throws <see cref="InvalidOperationException"/> when outputs cannot have this type.</summary>
    public static void Check(string context, Type type)
    {
        if (IsPlain(type) || type.IsAssignableTo(typeof(Resource)) || type.IsDefined(
            typeof(OutputTypeAttribute))
            || type.IsDefined(typeof(EnumTypeAttribute))
            || (type.IsEnum && type.GetEnumUnderlyingType() == typeof(int)))
        {
            return;
        }

        if (!type.IsConstructedGenericType || !IsContainer(type))
        {
            throw new InvalidOperationException(
                $"{context} has the type {type.FullName}, which an output cannot have: use "
                + "string, bool, int, double, ImmutableArray, ImmutableDictionary with string keys, "
                + "or a class with [OutputType].");
        }

        foreach (var argument in type.GenericTypeArguments)
        {
            Check(context, argument);
        }
    }

    private static bool IsPlain(Type type)
        => type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(double)
            || type == typeof(object) || type == typeof(JsonElement)
            || type == typeof(AssetOrArchive) || type == typeof(Asset) || type == typeof(Archive);

    private static bool IsContainer(Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(Nullable<>) || definition == typeof(Union<,>)
            || definition == typeof(ImmutableArray<>) || definition == typeof(Output<>)
            || (definition == typeof(ImmutableDictionary<,>) && type.GenericTypeArguments[0] == typeof(
                string));
    }

    public static bool TryConvert(object? value, Type type, out object? result)
    {
        if (value is null)
        {
            result = type.IsValueType ? Activator.CreateInstance(type) : null;
            return true;
        }

        if (type.IsInstanceOfType(value))
        {
            result = value;
            return true;
        }

        if (type == typeof(int))
        {
            result = value is double number ? (int)number : null;
            return result is not null;
        }

        if (type.IsConstructedGenericType)
        {
            return TryConvertGeneric(value, type, out result);
        }

        result = null;
        if (type == typeof(JsonElement))
        {
            result = JsonSerializer.SerializeToElement(value);
        }
        else if (type.IsEnum)
        {
            result = value is double number ? Enum.ToObject(type, (int)number) : null;
        }
        else if (type.IsDefined(typeof(EnumTypeAttribute)))
        {
            const BindingFlags instance =
                BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
            result = type.GetConstructor(instance, [value.GetType()])?.Invoke([value]);
        }
        else if (value is ImmutableDictionary<string, object?> map
            && type.IsDefined(typeof(OutputTypeAttribute)))
        {
            result = OutputConstructor.Of(type).Create(map);
        }

        return result is not null;
    }

    private static bool TryConvertGeneric(object value, Type type, out object? result)
    {
        if (type.GetGenericTypeDefinition() == typeof(Nullable<>))
        {
            return TryConvert(value, type.GenericTypeArguments[0], out result);
        }

        result = GenericConverter.Of(type).Convert(value);
        return result is not null;
    }
}
