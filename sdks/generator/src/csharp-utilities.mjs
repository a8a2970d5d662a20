// What the generated classes of a package share.

export function utilityTypes(providerPackage) {
  const { namespace } = providerPackage;
  return [`internal static class Utilities
{
    internal const string Version = "${providerPackage.version}";

    internal static Input<string>? GetEnv(params string[] names)
    {
        foreach (var name in names)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value) return value;
        }

        return null;
    }

    internal static CustomResourceOptions Merge(CustomResourceOptions defaults, CustomResourceOptions? options, Input<string> id)
    {
        defaults.Version = Version;
        var merged = CustomResourceOptions.Merge(defaults, options);
        merged.Id = id;
        return merged;
    }

    internal static InvokeOptions WithDefaults(this InvokeOptions? options)
    {
        var result = options ?? new InvokeOptions();
        result.Version ??= Version;
        return result;
    }

    internal static InvokeOutputOptions WithDefaults(this InvokeOutputOptions? options)
    {
        var result = options ?? new InvokeOutputOptions();
        result.Version ??= Version;
        return result;
    }

    private static Input<int> Secrecy => Output.CreateSecret(0);

    internal static Input<T>? Secret<T>(Input<T>? value)
    {
        if (value is null) return null;
        return Output.Tuple<T, int>(value, Secrecy).Apply(pair => pair.Item1);
    }

    internal static InputList<T> SecretList<T>(InputList<T> values) =>
        Output.Tuple<ImmutableArray<T>, int>(values, Secrecy).Apply(pair => pair.Item1);

    internal static InputMap<T> SecretMap<T>(InputMap<T> values) =>
        Output.Tuple<ImmutableDictionary<string, T>, int>(values, Secrecy).Apply(pair => pair.Item1);
}
`, `internal sealed class ${providerPackage.shortName}ResourceTypeAttribute : global::Pulumi.ResourceTypeAttribute
{
    public ${providerPackage.shortName}ResourceTypeAttribute(string type)
        : base(type, Utilities.Version)
    {
    }
}
`].map(text => ({ namespace, text }));
}
