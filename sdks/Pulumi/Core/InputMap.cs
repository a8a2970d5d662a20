using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>A map that a resource takes, whose values or whole content may be outputs.</summary>
public sealed class InputMap<TValue>
    : Input<ImmutableDictionary<string, TValue>>,
        IEnumerable,
        IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private Output<ImmutableDictionary<string, Input<TValue>>> _items;
    private Output<ImmutableDictionary<string, TValue>>? _output;

    public InputMap()
        : this(Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty))
    {
    }

    private InputMap(Output<ImmutableDictionary<string, Input<TValue>>> items)
        : base(value: null) => _items = items;

    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    public void Add(string key, Input<TValue> value)
    {
        _items = _items.Apply(items => items.TryGetValue(key, out var present)
            ? items.SetItem(key, Output.Tuple(present, value).Apply(both => TheSame(key, both)))
            : items.Add(key, value));
        _output = null;
    }

    public void Add(InputMap<TValue> values) => AddRange(values);

    public void AddRange(InputMap<TValue> values)
    {
        _items = Output.Tuple(_items, values._items).Apply(maps => maps.Item1.AddRange(maps.Item2));
        _output = null;
    }

    public static InputMap<TValue> Merge(InputMap<TValue> first, InputMap<TValue> second)
        => new(Output.Tuple(first._items, second._items).Apply(maps => maps.Item1.SetItems(maps.Item2)));

    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values)
        => Output.Create(values);

    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values)
        => Output.Create(values);

    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values)
        => values.Apply(ImmutableDictionary.CreateRange);

    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values)
        => values.Apply(ImmutableDictionary.CreateRange);

    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values)
    {
        return new InputMap<TValue>(values.Apply(ToInputs));

        // A null map stays null: the property is then left out, not sent empty.
        static ImmutableDictionary<string, Input<TValue>> ToInputs(ImmutableDictionary<string, TValue> items)
            => items?.ToImmutableDictionary(item => item.Key, item => (Input<TValue>)item.Value)!;
    }

    IEnumerator IEnumerable.GetEnumerator()
        => throw new NotSupportedException(
            "The values of an InputMap are outputs: enumerate them with await foreach.");

    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(
        CancellationToken cancellationToken)
    {
        var data = await GetOutput().Source.WaitAsync().ConfigureAwait(false);
        if (data.IsKnown)
        {
            foreach (var item in data.As<ImmutableDictionary<string, TValue>>())
            {
                yield return item;
            }
        }
    }

    private protected override Output<ImmutableDictionary<string, TValue>> GetOutput()
        => _output ??= _items.Apply(Resolve);

    private protected override IOutput GetParts() => _items;

    private static Output<ImmutableDictionary<string, TValue>>? Resolve(
        ImmutableDictionary<string, Input<TValue>> items)
    {
        if (items is null)
        {
            return null;
        }

        var keys = items.Keys.ToArray();
        return Output.All(keys.Select(key => items[key])).Apply(values =>
        {
            var result = ImmutableDictionary.CreateBuilder<string, TValue>();
            for (var i = 0; i < keys.Length; i++)
            {
                result[keys[i]] = values[i];
            }

            return result.ToImmutable();
        });
    }

    private static TValue TheSame(string key, (TValue Present, TValue Added) both)
        => EqualityComparer<TValue>.Default.Equals(both.Present, both.Added)
            ? both.Present
            : throw new ArgumentException($"The map has the key '{key}' twice, with different values.");
}
