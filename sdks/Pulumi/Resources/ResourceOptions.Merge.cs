namespace Pulumi;

public abstract partial class ResourceOptions
{
    /// <summary>
    /// Fills this object from another; lists are copied, so that neither sees the other's changes.
    /// </summary>
    /// <remarks>Lists nobody has asked for stay null: there are many options and few are used.</remarks>
    private protected void CopyFrom(ResourceOptions other)
    {
        Id = other.Id;
        Parent = other.Parent;
        Protect = other.Protect;
        Version = other.Version;
        Provider = other.Provider;
        CustomTimeouts = other.CustomTimeouts?.Clone();
        Aliases = [.. other.Aliases];
        Urn = other.Urn;
        PluginDownloadURL = other.PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete;
        DeletedWith = other.DeletedWith;
        ReplacementTrigger = other.ReplacementTrigger;
        _dependsOn = other._dependsOn?.Clone();
        _replaceWith = other._replaceWith?.Clone();
        _ignoreChanges = Copy(other._ignoreChanges);
        _replaceOnChanges = Copy(other._replaceOnChanges);
        _hideDiffs = Copy(other._hideDiffs);
        _resourceTransformations = Copy(other._resourceTransformations);
        _resourceTransforms = Copy(other._resourceTransforms);
        _hooks = other._hooks?.Clone();
    }

    /// <summary>Lets another object's single values win and appends its lists.</summary>
    private protected void MergeFrom(ResourceOptions other)
    {
        Id = other.Id ?? Id;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        Version = other.Version ?? Version;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        Urn = other.Urn ?? Urn;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        ReplacementTrigger = other.ReplacementTrigger ?? ReplacementTrigger;
        Aliases.AddRange(other.Aliases);
        _dependsOn = Concat(_dependsOn, other._dependsOn);
        _replaceWith = Concat(_replaceWith, other._replaceWith);
        _ignoreChanges = Append(_ignoreChanges, other._ignoreChanges);
        _replaceOnChanges = Append(_replaceOnChanges, other._replaceOnChanges);
        _hideDiffs = Append(_hideDiffs, other._hideDiffs);
        _resourceTransformations = Append(_resourceTransformations, other._resourceTransformations);
        _resourceTransforms = Append(_resourceTransforms, other._resourceTransforms);
        _hooks = other._hooks is null ? _hooks : Hooks.Concat(other._hooks);
    }

    private protected static List<T>? Copy<T>(List<T>? list) => list is null ? null : [.. list];

    private protected static List<T>? Append<T>(List<T>? first, List<T>? second)
    {
        if (first is null || second is null)
        {
            return first ?? Copy(second);
        }

        first.AddRange(second);
        return first;
    }

    private static InputList<Resource>? Concat(InputList<Resource>? first, InputList<Resource>? second)
        => first is null || second is null ? first ?? second?.Clone() : first.Concat(second);
}
