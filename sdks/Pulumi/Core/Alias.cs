namespace Pulumi;

/// <summary>Another name under which a resource may have been deployed.</summary>
public sealed class Alias
{
    public string? Urn { get; set; }

    public Input<string>? Name { get; set; }

    public Input<string>? Type { get; set; }

    public Input<string>? Stack { get; set; }

    public Input<string>? Project { get; set; }

    public Resource? Parent { get; set; }

    public Input<string>? ParentUrn { get; set; }

    public bool NoParent { get; set; }

    /// <summary>Throws <see cref="ArgumentException"/> when the alias says two things at once.</summary>
    internal Alias Check()
    {
        var parents = (Parent is null ? 0 : 1) + (ParentUrn is null ? 0 : 1) + (NoParent ? 1 : 0);
        if (parents > 1)
        {
            throw new ArgumentException("An alias has only one of Parent, ParentUrn and NoParent.");
        }

        if (Urn is not null && (parents > 0 || (Name ?? Type ?? Stack ?? Project) is not null))
        {
            throw new ArgumentException("An alias with a Urn has nothing else.");
        }

        return this;
    }
}
