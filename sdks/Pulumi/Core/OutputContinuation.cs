namespace Pulumi;

/// <summary>Runs what Apply was given: at once when the value is there, else when it arrives.</summary>
internal static class OutputContinuation
{
    public static OutputSource Run(OutputSource source, Func<OutputData, OutputSource?> next)
    {
        if (source.Peek() is not { } data)
        {
            return OutputSource.From(RunAsync(source, next));
        }

        if (!data.IsKnown)
        {
            return data.WithValue(null);
        }

        OutputSource? inner;
        try
        {
            inner = next(data);
        }
#pragma warning disable CA1031 // An exception in a callback is the output's failure, never the caller's.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return OutputSource.Failed(exception);
        }

        if (inner is null)
        {
            return data.WithValue(null);
        }

        return inner.Peek() is { } innerData ? data.Then(innerData) : OutputSource.From(
            FollowAsync(data, inner));
    }

    /// <summary>Resolves all sources into one array of their values.</summary>
    public static OutputSource Join(IReadOnlyList<OutputSource> sources, Func<OutputData[], object?> combine)
    {
        var data = new OutputData[sources.Count];
        for (var i = 0; i < data.Length; i++)
        {
            if (sources[i].Peek() is not { } item)
            {
                return OutputSource.From(JoinAsync(sources, combine));
            }

            data[i] = item;
        }

        try
        {
            return Join(data, combine);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return OutputSource.Failed(exception);
        }
    }

    private static OutputData Join(OutputData[] data, Func<OutputData[], object?> combine)
    {
        var (resources, isKnown, isSecret) = (OutputData.NoResources, true, false);
        foreach (var item in data)
        {
            resources = OutputData.Union(resources, item.Resources);
            isKnown &= item.IsKnown;
            isSecret |= item.IsSecret;
        }

        return new OutputData(isKnown ? combine(data) : null, resources, isKnown, isSecret);
    }

    private static async Task<OutputData> RunAsync(OutputSource source, Func<OutputData, OutputSource?> next)
    {
        var data = await source.WaitAsync().ConfigureAwait(false);
        return await Run(data, next).WaitAsync().ConfigureAwait(false);
    }

    private static async Task<OutputData> FollowAsync(OutputData data, OutputSource inner)
        => data.Then(await inner.WaitAsync().ConfigureAwait(false));

    private static async Task<OutputData> JoinAsync(
        IReadOnlyList<OutputSource> sources, Func<OutputData[], object?> combine)
    {
        var data = new OutputData[sources.Count];
        for (var i = 0; i < data.Length; i++)
        {
            data[i] = await sources[i].WaitAsync().ConfigureAwait(false);
        }

        return Join(data, combine);
    }
}
