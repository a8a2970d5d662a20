using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>A property of a resource class that carries [Output].</summary>
internal sealed record OutputProperty(string Name, PropertyInfo Property, MemberInfo Storage)
{
    public Type ValueType { get; } = Property.PropertyType is { IsConstructedGenericType: true } type
        ? type.GenericTypeArguments[0]
        : typeof(void);
}

/// <summary>The [Output] properties of the resource classes, except urn and id.</summary>
internal static class OutputProperties
{
    private static readonly ConcurrentDictionary<Type, OutputProperty[]> Known = new();
    private static readonly ConcurrentDictionary<Type, OutputProperty[]> Checked = new();

    /// <summary>The properties, whatever their type.</summary>
    public static OutputProperty[] Declared(Type type) => Known.GetOrAdd(type, Find);

    /// <summary>Gives every property an output that resolves when the registration does.</summary>
    public static void Assign(Resource resource)
    {
        foreach (var property in Checked.GetOrAdd(resource.GetType(), Check))
        {
            var output = (IOutput)Activator.CreateInstance(property.Property.PropertyType, nonPublic: true)!;
            output.Source = new ResourceOutput(resource.Registration, property);
            if (property.Storage is FieldInfo field)
            {
                field.SetValue(resource, output);
            }
            else
            {
                property.Property.SetValue(resource, output);
            }
        }
    }

    private static OutputProperty[] Find(Type type)
    {
        var properties = new List<OutputProperty>();
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (property.DeclaringType!.Assembly != typeof(Resource).Assembly
                && Attribute.GetCustomAttribute(
                    property, typeof(OutputAttribute)) is OutputAttribute attribute)
            {
                var name = string.IsNullOrWhiteSpace(attribute.Name) ? property.Name : attribute.Name;
                properties.Add(new OutputProperty(name, property, MemberAccess.Storage(property)));
            }
        }

        return [.. properties];
    }

    private static OutputProperty[] Check(Type type)
    {
        var properties = Declared(type);
        foreach (var property in properties)
        {
            var propertyType = property.Property.PropertyType;
            if (!propertyType.IsConstructedGenericType || propertyType.GetGenericTypeDefinition() != typeof(
                Output<>))
            {
                throw RunException.OutputsHaveIncorrectType([property.Name]);
            }

            ValueConverter.Check($"[Output] {type.FullName}.{property.Property.Name}", property.ValueType);
        }

        return properties;
    }
}
