using System.Collections.Immutable;
using System.Reflection;
using Pulumi.Testing;

namespace Pulumi;

public sealed partial class Deployment
{
    // The language host takes this exit code to mean that the user has been told why.
    private const int ReportedFailure = 32;

    public static Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new()
        => RunTestAsync(mocks, options, static () => (Stack)Activator.CreateInstance(
            typeof(TStack), BindingFlags.DoNotWrapExceptions, binder: null, args: null, culture: null)!);

    public static Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks, IServiceProvider serviceProvider, TestOptions? options = null)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return RunTestAsync(mocks, options, () => serviceProvider.GetService(typeof(TStack)) as TStack
            ?? throw new InvalidOperationException(
                $"The service provider has no {typeof(TStack).FullName}."));
    }

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task<IDictionary<string, object?>>> createResources)
        => RunFunctionAsync(testMocks, testOptions, () => createResources().GetAwaiter().GetResult());

    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<IDictionary<string, object?>> createResources)
        => RunFunctionAsync(testMocks, testOptions, createResources);

    public static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
        => await TestAsync(testMocks, testOptions, () => createResources().GetAwaiter().GetResult())
            .ConfigureAwait(false);

    public static async Task<ImmutableArray<Resource>> TestAsync(
        IMocks testMocks, TestOptions testOptions, Action createResources)
    {
        var (resources, _) = await RunFunctionAsync(testMocks, testOptions, () =>
        {
            createResources();
            return new Dictionary<string, object?>();
        }).ConfigureAwait(false);
        return resources;
    }

    private static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)>
        RunFunctionAsync(IMocks mocks, TestOptions? options, Func<IDictionary<string, object?>> create)
    {
        FunctionStack? stack = null;
        var resources = await RunTestAsync(mocks, options, () => stack = new FunctionStack(create))
            .ConfigureAwait(false);
        return (resources.Remove(stack!), stack!.Outputs);
    }

    // Stays async: what it sets in the async-local instance must not outlive it.
    private static async Task<ImmutableArray<Resource>> RunTestAsync(
        IMocks mocks, TestOptions? options, Func<Stack> create)
    {
        var deployment = new Deployment(mocks, options);
        Instance = new DeploymentInstance(deployment);
        await deployment.ExecuteAsync(create).ConfigureAwait(false);
        return deployment._errors.Count switch
        {
            0 => deployment._monitor.Resources,
            1 => throw new RunException(deployment._errors[0]),
            _ => throw new AggregateException(deployment._errors.Select(error => new RunException(error))),
        };
    }

    private async Task ExecuteAsync(Func<Stack> create)
    {
        IReadOnlyList<Exception> failures;
        try
        {
            create().RegisterPropertyOutputs();
            failures = await Tasks.WaitAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever the program throws is its result.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failures = [exception];
        }

        foreach (var failure in failures)
        {
            LogError(Describe(failure));
        }

        if (failures.Count > 0)
        {
            Environment.ExitCode = ReportedFailure;
        }
    }

    private static string Describe(Exception exception) => exception switch
    {
        RunException or ResourceException { HideStack: true } => exception.Message,
        ResourceException => exception.ToString(),
        _ => $"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled "
            + "exception:\n"
            + exception,
    };

    /// <summary>The stack around a function under test.</summary>
    private sealed class FunctionStack : Stack
    {
        // In the body and not in an initialiser, which would run before the stack exists.
        public FunctionStack(Func<IDictionary<string, object?>> create) => Outputs = create();

        public IDictionary<string, object?> Outputs { get; }
    }
}
