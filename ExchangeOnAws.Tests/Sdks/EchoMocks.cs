using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace ExchangeOnAws.Tests.Sdks;

/// <summary>
/// Returns every resource's inputs as its state, with an id and an arn, and keeps what it saw.
/// </summary>
internal class EchoMocks : IMocks
{
    public ConcurrentQueue<MockResourceArgs> Resources { get; } = new();

    public ConcurrentQueue<MockCallArgs> Calls { get; } = new();

    public ConcurrentQueue<MockRegisterResourceOutputsRequest> Outputs { get; } = new();

    public MockResourceArgs this[string name] => Resources.Single(resource => resource.Name == name);

    public virtual Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Resources.Enqueue(args);
        return Task.FromResult<(string?, object)>(
            ($"{args.Name}-id", args.Inputs.SetItem("arn", $"arn:{args.Name}")));
    }

    public virtual Task<object> CallAsync(MockCallArgs args)
    {
        Calls.Enqueue(args);
        return Task.FromResult<object>(ImmutableDictionary<string, object>.Empty.Add("answer", args.Token!));
    }

    public Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args)
    {
        Outputs.Enqueue(args);
        return Task.CompletedTask;
    }
}

/// <summary>Returns a given state for every resource.</summary>
internal sealed class StateMocks(object state, string? id = "id") : EchoMocks
{
    public override Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        Resources.Enqueue(args);
        return Task.FromResult((id, state));
    }
}
