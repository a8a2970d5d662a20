using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>How a class with [OutputType] or a struct with [EnumType] is read.</summary>
internal sealed class ObjectShape
{
    private const BindingFlags Instance =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly ConcurrentDictionary<Type, ObjectShape> Known = new();

    private readonly MethodInfo? _enumValue;
    private readonly List<(string Name, FieldInfo Field)> _fields = [];

    private ObjectShape(Type type)
    {
        if (type.IsValueType && type.IsDefined(typeof(EnumTypeAttribute)))
        {
            _enumValue = type.GetMethod("op_Explicit", BindingFlags.Public | BindingFlags.Static, [type]);
            if (_enumValue?.ReturnType != typeof(string) && _enumValue?.ReturnType != typeof(double))
            {
                throw new InvalidOperationException(
                    $"{type.FullName} has no explicit operator to string or double.");
            }
        }
        else if (type.IsDefined(typeof(OutputTypeAttribute)))
        {
            foreach (var field in type.GetFields(Instance))
            {
                if (field.IsInitOnly)
                {
                    _fields.Add((char.ToLowerInvariant(field.Name[0]) + field.Name[1..], field));
                }
            }
        }
        else
        {
            throw new InvalidOperationException($"{type.FullName} is not a supported argument type");
        }
    }

    public bool IsEnum => _enumValue is not null;

    public static ObjectShape Of(Type type) => Known.GetOrAdd(type, static type => new ObjectShape(type));

    public object? ReadEnum(object value) => _enumValue!.Invoke(null, [value]);

    public IEnumerable<KeyValuePair<string, object?>> ReadFields(object value)
    {
        foreach (var (name, field) in _fields)
        {
            yield return new(name, field.GetValue(value));
        }
    }
}
