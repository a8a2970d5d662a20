using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Reads and writes members by reflection.</summary>
/// <remarks>
/// An automatic property is reached through its field, which costs no compilation of the accessor.
/// </remarks>
internal static class MemberAccess
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static MemberInfo Storage(PropertyInfo property)
        => (MemberInfo?)property.DeclaringType!.GetField(
            $"<{property.Name}>k__BackingField", Declared) ?? property;

    public static object? Read(MemberInfo member, object owner)
        => member is FieldInfo field ? field.GetValue(owner) : ((PropertyInfo)member).GetValue(owner);
}
