using System.Collections.Immutable;

namespace Pulumi.Utilities;

/// <summary>Reads what an output carries, for tests and libraries.</summary>
public static class OutputUtilities
{
    public static Output<T> CreateUnknown<T>(T value)
        => new(new OutputData(value, OutputData.NoResources, isKnown: false));

    // The factory would give the value an engine shows for the unknown; nothing shows it here.
    public static Output<T> CreateUnknown<T>(Func<Task<T>> valueFactory) => new(OutputData.Unknown);

    public static Output<T> WithDependency<T>(Output<T> output, Resource resource)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(resource);
        return new Output<T>(output.Source.Peek() is { } known
            ? Add(known, resource)
            : OutputSource.From(WaitAsync(output.Source, resource)));

        static async Task<OutputData> WaitAsync(OutputSource source, Resource resource)
            => Add(await source.WaitAsync().ConfigureAwait(false), resource);

        static OutputData Add(OutputData data, Resource resource)
            => new(data.Value, data.Resources.Add(resource), data.IsKnown, data.IsSecret);
    }

    public static async Task<bool> GetIsKnownAsync<T>(Output<T> output)
        => (await output.Source.WaitAsync().ConfigureAwait(false)).IsKnown;

    public static async Task<T> GetValueAsync<T>(Output<T> output)
        => (await output.Source.WaitAsync().ConfigureAwait(false)).KnownOrDefault<T>();

    public static async Task<ImmutableHashSet<Resource>> GetDependenciesAsync<T>(Output<T> output)
        => (await output.Source.WaitAsync().ConfigureAwait(false)).Resources;
}
