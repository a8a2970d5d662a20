using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Named arguments in plain form.</summary>
internal sealed class Arguments
{
    public static readonly IEnumerable<KeyValuePair<string, object?>> None = [];

    private readonly Dictionary<string, OutputData> _values = [];

    /// <summary>The resources that the arguments come from.</summary>
    public HashSet<Resource> Resources { get; } = [];

    /// <summary>Every argument that is not null, known or not.</summary>
    public IReadOnlyDictionary<string, OutputData> Values => _values;

    public bool AreKnown => _values.Values.All(value => value.IsKnown);

    /// <summary>The arguments as a mock sees them: without the unknown ones.</summary>
    public ImmutableDictionary<string, object> Known
    {
        get
        {
            var known = ImmutableDictionary.CreateBuilder<string, object>();
            foreach (var (name, value) in _values)
            {
                if (value is { IsKnown: true, Value: { } plain })
                {
                    known.Add(name, plain);
                }
            }

            return known.ToImmutable();
        }
    }

    public static async Task<Arguments> ReadAsync(IEnumerable<KeyValuePair<string, object?>> pairs)
    {
        var arguments = new Arguments();
        foreach (var (name, value) in pairs)
        {
            if (value is not null)
            {
                await arguments.ReadAsync(name, value).ConfigureAwait(false);
            }
        }

        return arguments;
    }

    private async Task ReadAsync(string name, object value)
    {
        try
        {
            var (plain, reader) = await ValueReader.ReadAsync(value).ConfigureAwait(false);
            if (plain is not null || !reader.IsKnown)
            {
                _values.Add(
                    name, new OutputData(plain, OutputData.NoResources, reader.IsKnown, reader.IsSecret));
                Resources.UnionWith(reader.Resources);
            }
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException(
                $"The property {name} cannot be read: {exception.Message}", exception);
        }
    }
}
