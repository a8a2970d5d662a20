using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A resolved value, and what is known about it.</summary>
internal sealed class OutputData(
    object? value, ImmutableHashSet<Resource> resources, bool isKnown = true, bool isSecret = false)
    : OutputSource
{
    public static readonly ImmutableHashSet<Resource> NoResources = [];

    public static readonly OutputData Unknown = new(null, NoResources, isKnown: false);

    public object? Value { get; } = value;

    public ImmutableHashSet<Resource> Resources { get; } = resources;

    public bool IsKnown { get; } = isKnown;

    public bool IsSecret { get; } = isSecret;

    public override OutputData Peek() => this;

    public override Task<OutputData> WaitAsync() => Task.FromResult(this);

    public T As<T>() => Value is null ? default! : (T)Value;

    public T KnownOrDefault<T>() => IsKnown ? As<T>() : default!;

    public OutputData WithValue(object? value) => new(value, Resources, IsKnown, IsSecret);

    /// <summary>
    /// The value of <paramref name="next"/>, with what both have in dependencies and secrecy.
    /// </summary>
    public OutputData Then(OutputData next)
        => new(
            next.Value,
            Union(Resources, next.Resources),
            IsKnown && next.IsKnown,
            IsSecret || next.IsSecret);

    public static ImmutableHashSet<Resource> Union(
        ImmutableHashSet<Resource> left, ImmutableHashSet<Resource> right)
    {
        if (right.IsEmpty || ReferenceEquals(left, right))
        {
            return left;
        }

        return left.IsEmpty ? right : left.Union(right);
    }
}
