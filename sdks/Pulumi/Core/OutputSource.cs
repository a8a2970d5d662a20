namespace Pulumi;

/// <summary>Where an <see cref="Output{T}"/> takes its value from, without the type of that value.</summary>
/// <remarks>Not generic, so that the runtime compiles it once and not once for every type of value.</remarks>
internal abstract class OutputSource
{
    /// <summary>The value, or null while it is awaited and after it has failed.</summary>
    public abstract OutputData? Peek();

    public abstract Task<OutputData> WaitAsync();

    public static OutputSource From(Task<OutputData> task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return task.Result;
        }

        Deployment.Current?.Tasks.Add(task);
        return new PendingOutput(task);
    }

    public static OutputSource Failed(Exception exception) => From(Task.FromException<OutputData>(exception));
}

/// <summary>A source that becomes known when a task ends.</summary>
internal sealed class PendingOutput(Task<OutputData> task) : OutputSource
{
    public override OutputData? Peek() => task.IsCompletedSuccessfully ? task.Result : null;

    public override Task<OutputData> WaitAsync() => task;
}
