using System.Collections.Concurrent;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The members of an args class that carry [Input].</summary>
internal sealed class InputMembers
{
    private const BindingFlags Instance =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly ConcurrentDictionary<Type, InputMembers> Known = new();

    private readonly Type _type;
    private readonly List<InputMember> _members = [];

    private InputMembers(Type type)
    {
        _type = type;
        foreach (var field in type.GetFields(Instance))
        {
            Add(field, field);
        }

        foreach (var property in type.GetProperties(Instance))
        {
            Add(property, null);
        }
    }

    public static InputMembers Of(Type type) => Known.GetOrAdd(type, static type => new InputMembers(type));

    /// <summary>The name and value of every input; absent inputs have the value null.</summary>
    public IEnumerable<KeyValuePair<string, object?>> Read(InputArgs args)
    {
        foreach (var (attribute, name, storage) in _members)
        {
            var value = MemberAccess.Read(storage, args);
            if (value is null && attribute.IsRequired)
            {
                throw new ArgumentNullException(
                    name, $"[Input] {_type.FullName}.{name} is required but was not given a value");
            }

            yield return new(
                attribute.Name, attribute.Json && value is not null ? JsonText.Of(value) : value);
        }
    }

    private void Add(MemberInfo member, FieldInfo? field)
    {
        if (Attribute.GetCustomAttribute(member, typeof(InputAttribute)) is InputAttribute attribute)
        {
            _members.Add(new InputMember(
                attribute, member.Name, field ?? MemberAccess.Storage((PropertyInfo)member)));
        }
    }

    private sealed record InputMember(InputAttribute Attribute, string Name, MemberInfo Storage);
}
