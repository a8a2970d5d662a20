using System.Collections;
using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Testing;

/// <summary>Passes requests to the mocks and their answers back.</summary>
internal sealed class MockMonitor(IMocks mocks, Deployment deployment)
{
    private readonly List<Resource> _resources = [];

    /// <summary>All resources so far, in the order of their registration.</summary>
    public ImmutableArray<Resource> Resources
    {
        get
        {
            lock (_resources)
            {
                return [.. _resources];
            }
        }
    }

    public async Task<RegisteredState> RegisterAsync(
        Resource resource, MockResourceArgs request, string? parentUrn, string? readId)
    {
        lock (_resources)
        {
            _resources.Add(resource);
        }

        var urn = CreateUrn(parentUrn, request);
        if (parentUrn is null)
        {
            return new RegisteredState(resource, urn, "", new Arguments().Values, deployment.IsPreview);
        }

        var (id, state) = await mocks.NewResourceAsync(request).ConfigureAwait(false);
        var values = await Arguments.ReadAsync(Properties(state)).ConfigureAwait(false);
        return new RegisteredState(
            resource, urn, readId ?? id ?? request.Id ?? "", values.Values, deployment.IsPreview);
    }

    public Task RegisterOutputsAsync(string urn, Arguments outputs)
    {
        var values = ImmutableDictionary.CreateBuilder<string, Output<object?>>();
        foreach (var (name, value) in outputs.Values)
        {
            values.Add(name, new Output<object?>(value));
        }

        return mocks.RegisterResourceOutputs(
            new MockRegisterResourceOutputsRequest(urn, values.ToImmutable()));
    }

    public async Task<OutputData> CallAsync(string token, Arguments arguments, ProviderResource? provider)
    {
        var reference = provider is null ? "" : await provider.GetReferenceAsync().ConfigureAwait(false);
        var result = await mocks.CallAsync(
            new MockCallArgs { Token = token, Args = arguments.Known, Provider = reference }).ConfigureAwait(
                false);
        var values = await Arguments.ReadAsync(Properties(result)).ConfigureAwait(false);
        return new OutputData(
            values.Values.ToImmutableDictionary(value => value.Key, value => value.Value.Value),
            OutputData.NoResources,
            values.AreKnown,
            values.Values.Values.Any(value => value.IsSecret));
    }

    /// <summary>What a mock returned, property by property.</summary>
    private static IEnumerable<KeyValuePair<string, object?>> Properties(object? state) => state switch
    {
        IDictionary<string, object?> pairs => pairs,
        IDictionary dictionary => dictionary.Keys.Cast<string>()
            .Select(key => new KeyValuePair<string, object?>(key, dictionary[key])),
        InputArgs args => InputMembers.Of(args.GetType()).Read(args),
        null => throw new InvalidOperationException("A mock returned no state."),
        _ => ObjectShape.Of(state.GetType()).ReadFields(state),
    };

    // Only the outermost type of the parent's chain is kept; an engine's urn has all of them.
    private string CreateUrn(string? parentUrn, MockResourceArgs request)
    {
        var type = parentUrn is null
            ? request.Type
            : $"{parentUrn.Split("::")[2].Split('$')[0]}${request.Type}";
        return $"urn:pulumi:{deployment.StackName}::{deployment.ProjectName}::{type}::{request.Name}";
    }
}
