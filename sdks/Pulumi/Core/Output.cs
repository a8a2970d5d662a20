using System.Collections.Immutable;
using System.Globalization;

namespace Pulumi;

/// <summary>Creates and combines outputs.</summary>
public static partial class Output
{
    public static Output<T> Create<T>(T value) => new(new OutputData(value, OutputData.NoResources));

    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    public static Output<T> CreateSecret<T>(T value)
        => new(new OutputData(value, OutputData.NoResources, isSecret: true));

    public static Output<T> CreateSecret<T>(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Output<T>.FromTask(value, isSecret: true);
    }

    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return WithSecrecy(value, isSecret: true);
    }

    public static Output<T> Unsecret<T>(Output<T> output) => WithSecrecy(output, isSecret: false);

    public static async Task<bool> IsSecretAsync<T>(Output<T> output)
        => (await output.Source.WaitAsync().ConfigureAwait(false)).IsSecret;

    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => All(inputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs)
    {
        var sources = new List<OutputSource>();
        foreach (var input in inputs)
        {
            sources.Add(((Output<T>)input).Source);
        }

        return AllOf<T>(sources);
    }

    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
    {
        var sources = new List<OutputSource>();
        foreach (var output in outputs)
        {
            sources.Add(output.Source);
        }

        return AllOf<T>(sources);
    }

    public static Output<string> Format(FormattableString formattableString)
    {
        var arguments = formattableString.GetArguments();
        var sources = new OutputSource[arguments.Length];
        for (var i = 0; i < sources.Length; i++)
        {
            sources[i] = arguments[i] switch
            {
                IInput input => input.Value.Source,
                IOutput output => output.Source,
                var value => new OutputData(value, OutputData.NoResources),
            };
        }

        return new Output<string>(OutputContinuation.Join(sources, data => string.Format(
            CultureInfo.InvariantCulture, formattableString.Format, Array.ConvertAll(
                data, item => item.Value))));
    }

    private static Output<ImmutableArray<T>> AllOf<T>(List<OutputSource> sources)
    {
        return new Output<ImmutableArray<T>>(OutputContinuation.Join(sources, Collect));

        static object Collect(OutputData[] data)
        {
            var values = ImmutableArray.CreateBuilder<T>(data.Length);
            foreach (var item in data)
            {
                values.Add(item.As<T>());
            }

            return values.MoveToImmutable();
        }
    }

    private static Output<T> WithSecrecy<T>(Output<T> output, bool isSecret)
    {
        return new Output<T>(output.Source.Peek() is { } known
            ? Change(known, isSecret)
            : OutputSource.From(WaitAsync(output.Source, isSecret)));

        static async Task<OutputData> WaitAsync(OutputSource source, bool isSecret)
            => Change(await source.WaitAsync().ConfigureAwait(false), isSecret);

        static OutputData Change(OutputData data, bool isSecret)
            => new(data.Value, data.Resources, data.IsKnown, isSecret);
    }
}
