using System.Collections.Immutable;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;
using Ssm = Pulumi.Aws.Ssm;

namespace ExchangeOnAws.Components;

/// <summary>Waits until the servers of an association have registered with Systems Manager.</summary>
/// <remarks>
/// An association that finds no registered server at its creation is called a success at once, and every step
/// after it would start before it (hashicorp/terraform-provider-aws, issue 31175). The wait is a hook on the
/// creation: an association that is there already asks nobody, so a server that is stopped holds up only
/// what is new on it.
/// </remarks>
internal static class Registration
{
    /// <summary>The target key that names instances by their ids.</summary>
    public const string InstanceIds = "InstanceIds";

    // Windows needs up to fifteen minutes for its first start (EC2 user guide, "Windows Fast Launch").
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(15);

    // What no repetition mends, as Systems Manager and EC2 name it (their API references, "Common errors").
    private static readonly string[] s_final =
    [
        "AccessDenied", "UnauthorizedOperation", "AuthFailure", "UnrecognizedClient", "ExpiredToken",
        "InvalidClientTokenId", "OptInRequired",
    ];

    /// <summary>The hook that waits, for the creation of associations.</summary>
    /// <param name="name">Unique in the program.</param>
    /// <param name="servers">How many servers an association has.</param>
    public static ResourceHook Hook(string name, int servers = 1)
    {
        // Whoever calls back later asks with the deployment that this program runs in.
        var program = ExecutionContext.Capture()!;
        return new ResourceHook(name, (args, cancellation) =>
        {
            var waiting = Task.CompletedTask;
            ExecutionContext.Run(program, _ => waiting = WaitFor(args, servers, cancellation), null);
            return waiting;
        });
    }

    /// <summary>Asks until enough servers answer.</summary>
    /// <exception cref="RunException">They did not within the limit; it says what to check.</exception>
    internal static async Task WaitFor(
        string server, int servers, Func<Task<int>> count, TimeSpan interval, TimeSpan limit,
        Func<TimeSpan, Task> delay)
    {
        for (var waited = TimeSpan.Zero; ; waited += interval)
        {
            var (registered, answer) = await Ask(server, servers, count);
            if (registered >= servers)
            {
                return;
            }

            if (waited >= limit)
            {
                throw new RunException($"Waited {limit.TotalSeconds:0} s for {server} to register with "
                    + $"Systems Manager; last answer: {answer}. Check that it runs and that its subnet "
                    + "reaches Systems Manager, then run pulumi up again.");
            }

            await delay(interval);
        }
    }

    // A call that is throttled or lost is an answer like any other: the next one may be better.
    private static async Task<(int Registered, string Answer)> Ask(
        string server, int servers, Func<Task<int>> count)
    {
        try
        {
            var registered = await count();
            return (registered, $"{registered} of {servers} online");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var text = exception.Message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
            return s_final.Any(word => text.Contains(word, StringComparison.Ordinal))
                ? throw new RunException($"AWS does not say whether {server} has registered with Systems "
                    + $"Manager: {text}. Use credentials that are valid and may call "
                    + "ssm:DescribeInstanceInformation and ec2:DescribeInstances, then run pulumi up again.")
                : (0, text);
        }
    }

    private static Task WaitFor(ResourceHookArgs args, int servers, CancellationToken cancellation)
    {
        var (key, value) = TargetOf(args);
        return WaitFor(
            $"the server of {args.Name} ({value})", servers, () => CountOf(key, value), s_interval, s_limit,
            interval => Task.Delay(interval, cancellation));
    }

    private static (string Key, string Value) TargetOf(ResourceHookArgs args)
    {
        var targets = (ImmutableArray<object?>)args.NewInputs!["targets"]!;
        var target = (ImmutableDictionary<string, object?>)targets.Single()!;
        var values = (ImmutableArray<object?>)target["values"]!;
        return ((string)target["key"]!, (string)values.Single()!);
    }

    private static async Task<int> CountOf(string key, string value)
    {
        var ids = key == InstanceIds ? [value] : await RunningOf(key, value);
        return ids.Length == 0 ? 0 : await OnlineOf(ids);
    }

    // Systems Manager takes no tag together with another filter, so the group's servers come from EC2
    // (API reference, DescribeInstanceInformation, November 2026).
    private static async Task<ImmutableArray<string>> RunningOf(string tag, string value)
    {
        var found = await Ec2.GetInstances.InvokeAsync(new Ec2.GetInstancesArgs
        {
            Filters = [new Ec2.Inputs.GetInstancesFilterArgs { Name = tag, Values = [value] }],
            InstanceStateNames = ["running"],
        });
        return found.Ids;
    }

    private static async Task<int> OnlineOf(ImmutableArray<string> ids)
    {
        var found = await Ssm.GetInstances.InvokeAsync(new Ssm.GetInstancesArgs
        {
            Filters =
            [
                new Ssm.Inputs.GetInstancesFilterArgs { Name = InstanceIds, Values = [.. ids] },
                new Ssm.Inputs.GetInstancesFilterArgs { Name = "PingStatus", Values = ["Online"] },
            ],
        });
        return found.Ids.Length;
    }
}
