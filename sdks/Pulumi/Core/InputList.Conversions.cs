using System.Collections.Immutable;

namespace Pulumi;

public sealed partial class InputList<T>
{
    public static implicit operator InputList<T>(T value) => Of([value]);

    public static implicit operator InputList<T>(Output<T> value) => Of([value]);

    public static implicit operator InputList<T>(Input<T> value) => Of([value]);

    public static implicit operator InputList<T>(T[] values) => Of([.. values]);

    public static implicit operator InputList<T>(Output<T>[] values) => Of([.. values]);

    public static implicit operator InputList<T>(Input<T>[] values) => Of([.. values]);

    public static implicit operator InputList<T>(List<T> values) => Of([.. values]);

    public static implicit operator InputList<T>(List<Output<T>> values) => Of([.. values]);

    public static implicit operator InputList<T>(List<Input<T>> values) => Of([.. values]);

    public static implicit operator InputList<T>(ImmutableArray<T> values)
        => values.IsDefault ? Of(default) : Of([.. values]);

    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values)
        => values.IsDefault ? Of(default) : Of([.. values]);

    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Of(values);

    public static implicit operator InputList<T>(Output<T[]> values)
        => values.Apply(ImmutableArray.CreateRange);

    public static implicit operator InputList<T>(Output<List<T>> values)
        => values.Apply(ImmutableArray.CreateRange);

    public static implicit operator InputList<T>(Output<IEnumerable<T>> values)
        => values.Apply(ImmutableArray.CreateRange);

    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values)
        => new(values.Apply(items => items.IsDefault ? default : ImmutableArray.CreateRange(items, AsInput)));

    private static Input<T> AsInput(T value) => value;

    private static InputList<T> Of(ImmutableArray<Input<T>> items) => new(Output.Create(items));
}
