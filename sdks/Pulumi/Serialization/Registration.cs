using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>The promise that a resource's registration ends, and with what.</summary>
internal sealed class Registration
{
    private readonly TaskCompletionSource<RegisteredState> _completion = new();

    public Task<RegisteredState> Task => _completion.Task;

    public RegisteredState? Completed => Task.IsCompletedSuccessfully ? Task.Result : null;

    public Output<string> Output(Func<RegisteredState, OutputData> read)
        => new(new RegisteredOutput(this, read));

    public void Complete(RegisteredState state) => _completion.SetResult(state);

    public void Fail(Exception exception) => _completion.SetException(exception);

    /// <summary>The urn or the id of a resource.</summary>
    private sealed class RegisteredOutput(Registration registration, Func<RegisteredState, OutputData> read)
        : OutputSource
    {
        public override OutputData? Peek() => registration.Completed is { } state ? read(state) : null;

        public override async Task<OutputData> WaitAsync()
            => read(await registration.Task.ConfigureAwait(false));
    }
}

/// <summary>What is known of a resource once it is registered.</summary>
internal sealed class RegisteredState(
    Resource resource, string urn, string id, IReadOnlyDictionary<string, OutputData> values, bool isPreview)
{
    private readonly ImmutableHashSet<Resource> _self = [resource];

    private OutputData? _urn;
    private OutputData? _id;

    public OutputData Urn => _urn ??= new OutputData(urn, _self);

    // A resource without an id is one that does not exist yet.
    public OutputData Id => _id ??= new OutputData(id, _self, isKnown: id.Length > 0);

    /// <summary>
    /// The value of a property; one that was not returned is unknown in a preview, else its default.
    /// </summary>
    public OutputData Convert(OutputProperty property)
    {
        return values.TryGetValue(property.Name, out var value)
            ? new OutputData(
                ValueConverter.Convert(value.Value, property.ValueType),
                OutputData.Union(_self, value.Resources), value.IsKnown, value.IsSecret)
            : new OutputData(null, _self, isKnown: !isPreview);
    }
}
