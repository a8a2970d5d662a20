using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>One property of a plain object.</summary>
internal sealed record PlainProperty(string Name, Type Type, MemberInfo Storage, bool IsOmittedWhenNull);

/// <summary>The JSON shape of a class without base class, converters and other special wishes.</summary>
internal sealed class PlainObject
{
    private static readonly ConcurrentDictionary<Type, PlainObject?> Known = new();

    private readonly List<PlainProperty> _properties = [];

    private PlainObject()
    {
    }

    public IReadOnlyList<PlainProperty> Properties => _properties;

    /// <summary>The shape, or null when the type is not plain.</summary>
    public static PlainObject? Of(Type type) => Known.GetOrAdd(type, TryCreate);

    private static PlainObject? TryCreate(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type.BaseType != typeof(object)
            || type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true
            || type.IsAssignableTo(typeof(System.Collections.IEnumerable))
            || type.IsDefined(typeof(JsonAttribute)))
        {
            return null;
        }

        var shape = new PlainObject();
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.GetIndexParameters().Length > 0 || property.GetMethod is not { IsPublic: true }
                || !shape.TryAdd(property))
            {
                return null;
            }
        }

        return shape;
    }

    private bool TryAdd(PropertyInfo property)
    {
        var (name, isOmittedWhenNull) = (property.Name, false);
        foreach (var attribute in property.GetCustomAttributes<JsonAttribute>())
        {
            switch (attribute)
            {
                case JsonPropertyNameAttribute { Name: var given }:
                    name = given;
                    break;
                case JsonIgnoreAttribute { Condition: JsonIgnoreCondition.Always }:
                    return true;
                case JsonIgnoreAttribute { Condition: JsonIgnoreCondition.WhenWritingNull }:
                    isOmittedWhenNull = true;
                    break;
                default:
                    return false;
            }
        }

        _properties.Add(new PlainProperty(
            name, property.PropertyType, MemberAccess.Storage(property), isOmittedWhenNull));
        return true;
    }
}
