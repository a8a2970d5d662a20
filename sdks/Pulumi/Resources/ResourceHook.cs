using System.Collections.Immutable;

namespace Pulumi;

/// <summary>What a hook does; without an engine it is kept and never called.</summary>
public delegate Task ResourceHookCallback(
    ResourceHookArgs args, CancellationToken cancellationToken = default);

/// <summary>A callback that the engine makes around the steps of a resource.</summary>
public class ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options = null)
{
    public string Name { get; } = name;

    public ResourceHookCallback Callback { get; } = callback;

    public ResourceHookOptions Options { get; } = options ?? new ResourceHookOptions();
}

/// <summary>When a hook runs, and whether its failure counts.</summary>
public class ResourceHookOptions
{
    public bool? OnDryRun { get; set; }

    public bool? IgnoreErrors { get; set; }
}

/// <summary>What a hook is told about its resource.</summary>
public class ResourceHookArgs(
    string urn,
    string id,
    string name,
    string type,
    ImmutableDictionary<string, object?>? newInputs = null,
    ImmutableDictionary<string, object?>? oldInputs = null,
    ImmutableDictionary<string, object?>? newOutputs = null,
    ImmutableDictionary<string, object?>? oldOutputs = null)
{
    public string Urn { get; } = urn;

    public string Id { get; } = id;

    public string Name { get; } = name;

    public string Type { get; } = type;

    public ImmutableDictionary<string, object?>? NewInputs { get; } = newInputs;

    public ImmutableDictionary<string, object?>? OldInputs { get; } = oldInputs;

    public ImmutableDictionary<string, object?>? NewOutputs { get; } = newOutputs;

    public ImmutableDictionary<string, object?>? OldOutputs { get; } = oldOutputs;
}

/// <summary>The hooks of a resource, by step.</summary>
public class ResourceHookBinding
{
    public List<ResourceHook> BeforeCreate { get; set; } = [];

    public List<ResourceHook> AfterCreate { get; set; } = [];

    public List<ResourceHook> BeforeUpdate { get; set; } = [];

    public List<ResourceHook> AfterUpdate { get; set; } = [];

    public List<ResourceHook> BeforeDelete { get; set; } = [];

    public List<ResourceHook> AfterDelete { get; set; } = [];

    public bool IsEmpty => BeforeCreate.Count + AfterCreate.Count + BeforeUpdate.Count + AfterUpdate.Count
        + BeforeDelete.Count + AfterDelete.Count == 0;

    public ResourceHookBinding Clone() => Concat(new ResourceHookBinding());

    public ResourceHookBinding Concat(ResourceHookBinding other) => new()
    {
        BeforeCreate = [.. BeforeCreate, .. other.BeforeCreate],
        AfterCreate = [.. AfterCreate, .. other.AfterCreate],
        BeforeUpdate = [.. BeforeUpdate, .. other.BeforeUpdate],
        AfterUpdate = [.. AfterUpdate, .. other.AfterUpdate],
        BeforeDelete = [.. BeforeDelete, .. other.BeforeDelete],
        AfterDelete = [.. AfterDelete, .. other.AfterDelete],
    };
}
