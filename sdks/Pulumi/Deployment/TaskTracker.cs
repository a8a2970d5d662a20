namespace Pulumi;

/// <summary>The work that has begun and must end before a run does.</summary>
internal sealed class TaskTracker
{
    private readonly Lock _lock = new();
    private readonly List<Exception> _failures = [];
    private TaskCompletionSource? _change;
    private int _running;

    public void Add(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        if (task.IsCompleted)
        {
            End(task, counted: 0);
            return;
        }

        lock (_lock)
        {
            _running++;
        }

        task.ContinueWith(
            ended => End(ended, counted: 1),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    /// <summary>
    /// Waits until nothing runs or something has failed, and returns the causes of failure, each once.
    /// </summary>
    public async Task<IReadOnlyList<Exception>> WaitAsync()
    {
        while (true)
        {
            Task change;
            lock (_lock)
            {
                if (_failures.Count > 0 || _running == 0)
                {
                    // What merely wraps another failure is its consequence.
                    return [.. _failures.Where(failure => !_failures.Contains(failure.InnerException!))];
                }

                _change = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                change = _change.Task;
            }

            await change.ConfigureAwait(false);
        }
    }

    private void End(Task task, int counted)
    {
        lock (_lock)
        {
            _running -= counted;

            // One exception travels through everything that depends on its cause.
            foreach (var failure in task.Exception?.InnerExceptions ?? [])
            {
                if (!_failures.Contains(failure))
                {
                    _failures.Add(failure);
                }
            }

            if (_failures.Count > 0 || _running == 0)
            {
                _change?.TrySetResult();
            }
        }
    }
}
