namespace Pulumi.Serialization;

/// <summary>
/// One property of a resource: converted from the registered state when it is first asked for.
/// </summary>
internal sealed class ResourceOutput(Registration registration, OutputProperty property) : OutputSource
{
    private OutputData? _data;
    private Task<OutputData>? _waiting;

    public override OutputData? Peek()
        => _data ??= registration.Completed is { } state ? state.Convert(property) : null;

    public override Task<OutputData> WaitAsync()
        => Peek() is { } data ? Task.FromResult(data) : _waiting ??= ReadAsync();

    private async Task<OutputData> ReadAsync()
    {
        await registration.Task.ConfigureAwait(false);
        return Peek()!;
    }
}
