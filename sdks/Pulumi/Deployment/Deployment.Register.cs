using Pulumi.Serialization;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>Begins a registration; it ends at once when the mocks and all inputs do.</summary>
    internal void Register(Resource resource, ResourceArgs args, ResourceOptions options)
        => Tasks.Add(CompleteAsync(resource, args, options));

    internal void RegisterOutputs(Resource resource, OutputSource outputs)
        => Tasks.Add(RegisterOutputsAsync(resource, outputs));

    private async Task CompleteAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        try
        {
            resource.Registration.Complete(
                await RegisterAsync(resource, args, options).ConfigureAwait(false));
        }
        catch (Exception exception)
        {
            // Everything that waits for an output of this resource fails for the same reason.
            resource.Registration.Fail(exception);
            throw;
        }
    }

    private async Task<RegisteredState> RegisterAsync(
        Resource resource, ResourceArgs args, ResourceOptions options)
    {
        if (options.Urn is not null)
        {
            throw new NotSupportedException(
                $"{resource.GetResourceName()} has the option Urn, which needs an engine.");
        }

        var readId = await ReadIdAsync(resource, options).ConfigureAwait(false);
        await WaitForDependenciesAsync(resource, options).ConfigureAwait(false);
        var inputs = await Arguments.ReadAsync(
            InputMembers.Of(args.GetType()).Read(args)).ConfigureAwait(false);
        var parentUrn = await GetParentUrnAsync(resource, options).ConfigureAwait(false);
        var request = new MockResourceArgs
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Inputs = inputs.Known,
            Provider = resource.Provider is { } provider ? await provider.GetReferenceAsync().ConfigureAwait(
                false) : "",
            Id = readId ?? (options as CustomResourceOptions)?.ImportId ?? "",
        };
        return await _monitor.RegisterAsync(resource, request, parentUrn, readId).ConfigureAwait(false);
    }

    /// <summary>The id of a resource that is looked up and not created.</summary>
    private static async Task<string?> ReadIdAsync(Resource resource, ResourceOptions options)
    {
        if (options.Id is null)
        {
            return null;
        }

        var data = await options.Id.ToOutput().Source.WaitAsync().ConfigureAwait(false);
        var id = data.KnownOrDefault<string?>();
        if (string.IsNullOrEmpty(id))
        {
            return null;
        }

        return resource is CustomResource
            ? id
            : throw new ArgumentException(
                $"{resource.GetResourceName()} is a component, which has no Id to look up.");
    }

    private async Task<string?> GetParentUrnAsync(Resource resource, ResourceOptions options)
    {
        if (resource.GetResourceType() == Stack.TypeName)
        {
            return null;
        }

        var state = await (options.Parent ?? Stack).Registration.Task.ConfigureAwait(false);
        return state.Urn.As<string>();
    }

    private static async Task WaitForDependenciesAsync(Resource resource, ResourceOptions options)
    {
        if (options.ExplicitDependencies is null)
        {
            return;
        }

        var direct = await Dependencies.ReadAsync(options.ExplicitDependencies).ConfigureAwait(false);
        foreach (var dependency in Dependencies.Expand(direct))
        {
            if (dependency == resource)
            {
                throw new ResourceException(
                    $"{resource.GetResourceName()} depends on a component that contains it.",
                    resource,
                    hideStack: true);
            }

            await dependency.Registration.Task.ConfigureAwait(false);
        }
    }

    private async Task RegisterOutputsAsync(Resource resource, OutputSource outputs)
    {
        var state = await resource.Registration.Task.ConfigureAwait(false);
        var data = await outputs.WaitAsync().ConfigureAwait(false);
        var arguments = await Arguments.ReadAsync(
            data.KnownOrDefault<IDictionary<string, object?>?>() ?? Arguments.None)
            .ConfigureAwait(false);
        await _monitor.RegisterOutputsAsync(state.Urn.As<string>(), arguments).ConfigureAwait(false);
    }
}
