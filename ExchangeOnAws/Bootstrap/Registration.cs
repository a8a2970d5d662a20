using Pulumi;
using Ssm = Pulumi.Aws.Ssm;

namespace ExchangeOnAws.Bootstrap;

/// <summary>Waits until servers have registered with Systems Manager.</summary>
/// <remarks>
/// An association that finds no registered server at its creation is called a success at once, and every step
/// after it would start before it (hashicorp/terraform-provider-aws, issue 31175).
/// </remarks>
internal static class Registration
{
    // Windows needs up to fifteen minutes for its first start (EC2 user guide, "Windows Fast Launch").
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(15);

    /// <summary>The value by which an association finds the servers, once all of them answer.</summary>
    public static Output<string> Of(StepServer server)
    {
        // A preview changes nothing, so there is nothing to wait for.
        var isPreview = Deployment.Instance.IsDryRun;
        return server.Value.Apply(async value =>
        {
            if (!isPreview)
            {
                await WaitFor(server, () => CountOf(server.Key, value), s_interval, s_limit);
            }

            return value;
        });
    }

    /// <summary>Asks until enough servers answer.</summary>
    /// <exception cref="RunException">They did not within the limit; it says what to check.</exception>
    internal static async Task WaitFor(
        StepServer server, Func<Task<int>> count, TimeSpan interval, TimeSpan limit)
    {
        for (var waited = TimeSpan.Zero; ; waited += interval)
        {
            var registered = await count();
            if (registered >= server.Count)
            {
                return;
            }

            if (waited >= limit)
            {
                throw new RunException($"{server.Name} did not register with Systems Manager within "
                    + $"{limit.TotalMinutes:0} minutes; {registered} of {server.Count} servers answer. Check "
                    + "that it runs and that its subnet reaches Systems Manager, then run pulumi up again.");
            }

            await Task.Delay(interval);
        }
    }

    private static async Task<int> CountOf(string key, string value)
    {
        var found = await Ssm.GetInstances.InvokeAsync(new Ssm.GetInstancesArgs
        {
            Filters =
            [
                new Ssm.Inputs.GetInstancesFilterArgs { Name = key, Values = [value] },
                new Ssm.Inputs.GetInstancesFilterArgs { Name = "PingStatus", Values = ["Online"] },
            ],
        });
        return found.Ids.Length;
    }
}
