namespace Pulumi;

/// <summary>An <see cref="Input{T}"/> seen without its type.</summary>
internal interface IInput
{
    /// <summary>The whole value.</summary>
    IOutput Value { get; }

    /// <summary>
    /// What is written to the engine: for a collection, its elements, each with its own state.
    /// </summary>
    IOutput Parts { get; }
}

/// <summary>What a resource takes: a value, or another resource's output.</summary>
public class Input<T> : IInput
{
    private readonly Output<T>? _value;

    private protected Input(Output<T>? value) => _value = value;

    public static implicit operator Input<T>(T value) => new(Output.Create(value));

    public static implicit operator Input<T>(Output<T> value)
        => new(value ?? throw new ArgumentNullException(nameof(value)));

    public static implicit operator Output<T>(Input<T> input) => input.GetOutput();

    IOutput IInput.Value => GetOutput();

    IOutput IInput.Parts => GetParts();

    // A collection computes its value when asked, so that adding to it stays cheap.
    private protected virtual Output<T> GetOutput() => _value!;

    private protected virtual IOutput GetParts() => GetOutput();
}
