namespace Pulumi;

/// <summary>What holds for a stack and everything in it.</summary>
public class StackOptions
{
    private List<ResourceTransformation>? _resourceTransformations;
    private List<ResourceTransform>? _resourceTransforms;

    public List<ResourceTransformation> ResourceTransformations
    {
        get => _resourceTransformations ??= [];
        set => _resourceTransformations = value;
    }

    public List<ResourceTransform> ResourceTransforms
    {
        get => _resourceTransforms ??= [];
        set => _resourceTransforms = value;
    }

    internal ComponentResourceOptions ToComponentOptions() => new()
    {
        ResourceTransformations = ResourceTransformations,
        ResourceTransforms = ResourceTransforms,
    };
}
