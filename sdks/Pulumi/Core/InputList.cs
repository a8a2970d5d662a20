using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A list that a resource takes, whose elements or whole content may be outputs.</summary>
public sealed partial class InputList<T>
    : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    private Output<ImmutableArray<Input<T>>> _items;
    private Output<ImmutableArray<T>>? _output;

    public InputList()
        : this(Output.Create(ImmutableArray<Input<T>>.Empty))
    {
    }

    private InputList(Output<ImmutableArray<Input<T>>> items)
        : base(value: null) => _items = items;

    public void Add(params Input<T>[] inputs)
    {
        _items = _items.Apply(items => items.AddRange(inputs));
        _output = null;
    }

    public void Add(InputList<T> inputs) => AddRange(inputs);

    public void AddRange(InputList<T> inputs)
    {
        _items = Concat(inputs)._items;
        _output = null;
    }

    public InputList<T> Concat(InputList<T> other)
        => new(Output.Tuple(_items, other._items).Apply(lists => lists.Item1.AddRange(lists.Item2)));

    internal InputList<T> Clone() => new(_items);

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            "The elements of an InputList are outputs: enumerate them with await foreach.");

    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var data = await GetOutput().Source.WaitAsync().ConfigureAwait(false);
        if (data.IsKnown)
        {
            foreach (var value in data.As<ImmutableArray<T>>())
            {
                yield return value;
            }
        }
    }

    private protected override Output<ImmutableArray<T>> GetOutput()
        => _output ??= _items.Apply(
            items => items.IsDefault ? Output.Create(
                default(ImmutableArray<T>)) : Output.All(items.AsEnumerable()));

    private protected override IOutput GetParts() => _items;
}
