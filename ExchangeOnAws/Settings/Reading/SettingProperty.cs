using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ExchangeOnAws.Settings;

/// <summary>One setting of a settings record: its key, type, attribute and place in the record.</summary>
public sealed class SettingProperty
{
    private readonly PropertyInfo _property;

    private SettingProperty(PropertyInfo property, SettingAttribute attribute)
    {
        _property = property;
        Attribute = attribute;
        Key = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        Type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
    }

    public string Key { get; }

    public Type Type { get; }

    public SettingAttribute Attribute { get; }

    public bool IsMap => IsGeneric(typeof(IReadOnlyDictionary<,>));

    public bool IsList => IsGeneric(typeof(IReadOnlyList<>));

    /// <summary>The type of one value: the list's or map's element, or the setting's own type.</summary>
    public Type ElementType => IsList || IsMap ? Type.GetGenericArguments()[^1] : Type;

    /// <summary>The setting is an area with settings of its own.</summary>
    public bool IsRecord => Type.IsClass && Type.Namespace == typeof(SettingProperty).Namespace;

    /// <summary>The settings of a record, in the order in which it declares them.</summary>
    public static IReadOnlyList<SettingProperty> Of(Type record) =>
        [.. record.GetProperties()
            .Select(property => (property, attribute: property.GetCustomAttribute<SettingAttribute>()))
            .Where(pair => pair.attribute is not null)
            .Select(pair => new SettingProperty(pair.property, pair.attribute!))];

    /// <summary>The words of an enumeration as they are typed in a stack file.</summary>
    public static IReadOnlyList<(string Word, object Value)> Words(Type enumeration) =>
        [.. enumeration.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (
                field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name
                    ?? JsonNamingPolicy.CamelCase.ConvertName(field.Name),
                field.GetValue(null)!))];

    public object? Get(object record) => _property.GetValue(record);

    public void Set(object record, object? value) => _property.SetValue(record, value);

    private bool IsGeneric(Type definition) =>
        Type.IsGenericType && Type.GetGenericTypeDefinition() == definition;
}
