using System.Collections.Immutable;

namespace ExchangeOnAws.Reporting;

/// <summary>A resource that a deployment would register.</summary>
/// <param name="Type">Its type token, for example aws:ec2/vpc:Vpc.</param>
/// <param name="Name">Its logical name.</param>
/// <param name="Parent">The logical name of the component it belongs to; null at the top.</param>
/// <param name="Inputs">Its inputs by the provider's names, as a mock receives them.</param>
/// <param name="DependsOn">Logical names of what it waits for beside what its inputs name.</param>
/// <param name="Options">What protects it.</param>
public sealed record PlannedResource(
    string Type, string Name, string? Parent, ImmutableDictionary<string, object> Inputs,
    IReadOnlyList<string> DependsOn, PlannedOptions Options)
{
    /// <summary>A component of this program, not a resource of a provider.</summary>
    public bool IsComponent => Type.StartsWith("exchange:", StringComparison.Ordinal);
}

/// <summary>The resource options that decide what may happen to a resource later.</summary>
public sealed record PlannedOptions(bool Protect, bool RetainOnDelete, IReadOnlyList<string> IgnoreChanges);
