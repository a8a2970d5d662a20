namespace Pulumi;

/// <summary>An output that is given its value later, once.</summary>
public sealed class DeferredOutput<T>
{
    private readonly TaskCompletionSource<OutputData> _completion = new();
    private int _isResolved;

    public DeferredOutput() => Output = new Output<T>(OutputSource.From(_completion.Task));

    public Output<T> Output { get; }

    public void Resolve(Output<T> output)
    {
        if (Interlocked.Exchange(ref _isResolved, 1) == 1)
        {
            throw new InvalidOperationException("This deferred output has been resolved before.");
        }

        _ = CompleteAsync(output.Source);
    }

    private async Task CompleteAsync(OutputSource source)
    {
        try
        {
            _completion.SetResult(await source.WaitAsync().ConfigureAwait(false));
        }
#pragma warning disable CA1031 // The failure belongs to whoever awaits the output.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _completion.SetException(exception);
        }
    }
}
