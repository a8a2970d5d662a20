using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Makes an object of a class with [OutputType] from a dictionary.</summary>
internal sealed class OutputConstructor
{
    private const BindingFlags Instance =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly ConcurrentDictionary<Type, OutputConstructor> Known = new();

    private readonly ConstructorInfo _constructor;
    private readonly (string Name, Type Type)[] _parameters;

    private OutputConstructor(Type type)
    {
        _constructor = Find(type)
            ?? throw new InvalidOperationException(
                $"{type.FullName} has no constructor with [OutputConstructor].");
        _parameters = Array.ConvertAll(_constructor.GetParameters(), parameter => (
            parameter.GetCustomAttribute<OutputConstructorParameterAttribute>()?.Name ?? parameter.Name!,
            parameter.ParameterType));
    }

    public static OutputConstructor Of(Type type)
        => Known.GetOrAdd(type, static type => new OutputConstructor(type));

    public object Create(ImmutableDictionary<string, object?> values)
        => _constructor.Invoke(Array.ConvertAll(_parameters, parameter => ValueConverter.Convert(
            values.GetValueOrDefault(parameter.Name), parameter.Type)));

    // A record or class with one public constructor needs no mark.
    private static ConstructorInfo? Find(Type type)
    {
        var constructors = type.GetConstructors(Instance);
        return Array.Find(
            constructors, constructor => constructor.IsDefined(typeof(OutputConstructorAttribute)))
            ?? (constructors.Count(constructor => constructor.IsPublic) == 1
                ? Array.Find(constructors, constructor => constructor.IsPublic)
                : null);
    }
}
