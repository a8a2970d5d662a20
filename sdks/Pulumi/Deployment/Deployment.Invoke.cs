using Pulumi.Serialization;

namespace Pulumi;

public sealed partial class Deployment
{
    /// <summary>
    /// Calls a function; its result is unknown, without a call, as long as what it needs is unknown.
    /// </summary>
    internal async Task<OutputData> InvokeAsync(
        string token, InvokeArgs? args, InvokeOptions? options, Type type)
    {
        var arguments = await ReadArgumentsAsync(token, args ?? InvokeArgs.Empty).ConfigureAwait(false);
        if (!arguments.AreKnown)
        {
            return OutputData.Unknown;
        }

        var dependencies = arguments.Resources;
        if (options is InvokeOutputOptions { DependsOn: var dependsOn })
        {
            dependencies.UnionWith(await Dependencies.ReadAsync(dependsOn).ConfigureAwait(false));
        }

        foreach (var resource in Dependencies.Expand(dependencies))
        {
            var state = await resource.Registration.Task.ConfigureAwait(false);
            if (resource is CustomResource && !state.Id.IsKnown)
            {
                return OutputData.Unknown;
            }
        }

        var provider = options?.Provider ?? options?.Parent?.GetProvider(token);
        var result = await _monitor.CallAsync(token, arguments, provider).ConfigureAwait(false);
        return new OutputData(
            ValueConverter.Convert(result.Value, type), [.. dependencies], result.IsKnown, result.IsSecret);
    }

    internal async Task<T> InvokePlainAsync<T>(string token, InvokeArgs? args, InvokeOptions? options)
    {
        var members = args ?? InvokeArgs.Empty;
        var arguments = await Arguments.ReadAsync(
            InputMembers.Of(members.GetType()).Read(members)).ConfigureAwait(false);
        var provider = options?.Provider ?? options?.Parent?.GetProvider(token);
        var result = await _monitor.CallAsync(token, arguments, provider).ConfigureAwait(false);
        return result.WithValue(ValueConverter.Convert(result.Value, typeof(T))).As<T>();
    }

    internal async Task<OutputData> CallAsync(
        string token, CallArgs? args, Resource? self, CallOptions? options, Type type)
    {
        var arguments = await ReadArgumentsAsync(token, args ?? CallArgs.Empty, self).ConfigureAwait(false);
        var provider = self is null ? options?.Provider ?? options?.Parent?.GetProvider(
            token) : self.Provider;
        var result = await _monitor.CallAsync(token, arguments, provider).ConfigureAwait(false);
        return result.WithValue(ValueConverter.Convert(result.Value, type));
    }

    private async Task<Arguments> ReadArgumentsAsync(string token, InputArgs args, Resource? self = null)
    {
        var members = InputMembers.Of(args.GetType()).Read(args);
        try
        {
            return await Arguments.ReadAsync(self is null ? members : members.Append(new("__self__", self)))
                .ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Nobody may ever look at the output that carries this failure.
            LogError($"The arguments of {token} cannot be read: {exception}");
            throw;
        }
    }
}
