using System.Collections.Immutable;

namespace ExchangeOnAws.Evaluation;

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

    /// <summary>Its type as people know it from pulumi up: aws:ec2:Vpc for aws:ec2/vpc:Vpc.</summary>
    public string ShortType => Type.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0
        ? Type[..slash] + Type[Type.LastIndexOf(':')..]
        : Type;
}

/// <summary>The resource options that decide what may happen to a resource later.</summary>
/// <param name="Protect">Pulumi refuses to delete or replace it.</param>
/// <param name="RetainOnDelete">AWS keeps it when Pulumi forgets it.</param>
/// <param name="IgnoreChanges">Inputs whose change means nothing.</param>
/// <param name="ReplaceOnChanges">Inputs whose change replaces it, beside the provider's.</param>
/// <param name="DeleteBeforeReplace">It is deleted before its successor is made.</param>
/// <param name="DeletedWith">
/// The resource whose end is its own: while that one is taken from the stack, whether AWS deletes or keeps
/// it, this one is left alone.
/// </param>
public sealed record PlannedOptions(
    bool Protect, bool RetainOnDelete, IReadOnlyList<string> IgnoreChanges,
    IReadOnlyList<string> ReplaceOnChanges, bool DeleteBeforeReplace, string? DeletedWith = null);
