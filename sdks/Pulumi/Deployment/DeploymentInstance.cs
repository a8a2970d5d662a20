namespace Pulumi;

/// <summary>The running deployment, as a program sees it.</summary>
public sealed class DeploymentInstance
{
    internal DeploymentInstance(Deployment deployment) => Deployment = deployment;

    public string StackName => Deployment.StackName;

    public string ProjectName => Deployment.ProjectName;

    public string OrganizationName => Deployment.OrganizationName;

    public string RootDirectory => Deployment.RootDirectory
        ?? throw new InvalidOperationException(
            "The deployment has no root directory: set TestOptions.RootDirectory.");

    public bool IsDryRun => Deployment.IsPreview;

    internal Deployment Deployment { get; }

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => new(OutputSource.From(Deployment.InvokeAsync(token, args, options, typeof(T))));

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => Invoke<T>(token, args, (InvokeOptions)options);

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => Invoke<System.Collections.Immutable.ImmutableDictionary<string, T>>(token, args, options)
            .Apply(result => result.Values.First());

    public Output<T> InvokeSingle<T>(string token, InvokeArgs args, InvokeOutputOptions options)
        => InvokeSingle<T>(token, args, (InvokeOptions)options);

    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
        => Deployment.InvokePlainAsync<T>(token, args, options);

    public async Task<T> InvokeSingleAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null)
    {
        var result = await InvokeAsync<System.Collections.Immutable.ImmutableDictionary<string, T>>(
            token, args, options)
            .ConfigureAwait(false);
        return result.Values.First();
    }

    public Task InvokeAsync(string token, InvokeArgs args, InvokeOptions? options = null)
        => InvokeAsync<object>(token, args, options);

    public Output<T> Call<T>(string token, CallArgs args, Resource? self = null, CallOptions? options = null)
        => new(OutputSource.From(Deployment.CallAsync(token, args, self, options, typeof(T))));

    public void Call(string token, CallArgs args, Resource? self = null, CallOptions? options = null)
        => Call<object>(token, args, self, options);
}
