namespace Pulumi;

/// <summary>What holds for a provider's resource apart from its inputs.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;
    private Dictionary<string, string>? _envVarMappings;

    public bool? DeleteBeforeReplace { get; set; }

    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    public string? ImportId { get; set; }

    public Dictionary<string, string> EnvVarMappings
    {
        get => _envVarMappings ??= [];
        set => _envVarMappings = value;
    }

    public static CustomResourceOptions Merge(
        CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = options1 is null ? new CustomResourceOptions() : Copy(options1);
        if (options2 is null)
        {
            return merged;
        }

        merged.MergeFrom(options2);
        merged.DeleteBeforeReplace = options2.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
        merged.ImportId = options2.ImportId ?? merged.ImportId;
        merged._additionalSecretOutputs = Append(
            merged._additionalSecretOutputs, options2._additionalSecretOutputs);
        foreach (var (variable, value) in options2._envVarMappings ?? [])
        {
            merged.EnvVarMappings[variable] = value;
        }

        return merged;
    }

    internal override CustomResourceOptions Clone() => Copy(this);

    private static CustomResourceOptions Copy(CustomResourceOptions options)
    {
        var copy = new CustomResourceOptions
        {
            DeleteBeforeReplace = options.DeleteBeforeReplace,
            ImportId = options.ImportId,
            _additionalSecretOutputs = Copy(options._additionalSecretOutputs),
            _envVarMappings = options._envVarMappings is null ? null : new(options._envVarMappings),
        };
        copy.CopyFrom(options);
        return copy;
    }
}
