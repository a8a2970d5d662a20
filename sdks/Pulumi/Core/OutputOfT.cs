namespace Pulumi;

/// <summary>An <see cref="Output{T}"/> seen without its type.</summary>
internal interface IOutput
{
    OutputSource Source { get; set; }
}

/// <summary>
/// A value that may become known only later, with its secrecy and the resources it comes from.
/// </summary>
public sealed class Output<T> : IOutput
{
    private OutputSource _source = OutputData.Unknown;

    // OutputProperties creates the outputs of a resource with this constructor and then sets their source.
    private Output()
    {
    }

    internal Output(OutputSource source) => _source = source;

    OutputSource IOutput.Source
    {
        get => _source;
        set => _source = value;
    }

    internal OutputSource Source => _source;

    public static Output<T> Create(Task<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return FromTask(value, isSecret: false);
    }

    internal static Output<T> FromTask(Task<T> value, bool isSecret)
    {
        return value.IsCompletedSuccessfully
            ? new Output<T>(new OutputData(value.Result, OutputData.NoResources, isSecret: isSecret))
            : new Output<T>(OutputSource.From(WaitAsync(value, isSecret)));

        static async Task<OutputData> WaitAsync(Task<T> value, bool isSecret)
            => new(await value.ConfigureAwait(false), OutputData.NoResources, isSecret: isSecret);
    }

    public Output<TResult> Apply<TResult>(Func<T, TResult> func)
        => Continue<TResult>(data => new OutputData(func(data.As<T>()), OutputData.NoResources));

    public Output<ValueTuple> Apply(Func<T, Task> func)
    {
        return Continue<ValueTuple>(data => OutputSource.From(RunAsync(func(data.As<T>()))));

        static async Task<OutputData> RunAsync(Task task)
        {
            await task.ConfigureAwait(false);
            return new OutputData(default(ValueTuple), OutputData.NoResources);
        }
    }

    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func)
        => Continue<TResult>(data => Output<TResult>.Create(func(data.As<T>())).Source);

    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func)
        => Continue<TResult>(data => func(data.As<T>()).ToOutput().Source);

    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func)
        => Continue<TResult>(data => func(data.As<T>())?.Source);

    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func)
        => Continue<TResult>(data => func(data.Value).Source);

    private Output<TResult> Continue<TResult>(Func<OutputData, OutputSource?> next)
        => new(OutputContinuation.Run(_source, next));

    public override string ToString()
    {
        const string message =
            "An Output has no value yet that could become text. Build the text with Output.Format or Apply.";

        var setting = Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING");
        if (setting == "1" || string.Equals(setting, "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(message);
        }

        Log.Warn(message);
        return message;
    }
}
