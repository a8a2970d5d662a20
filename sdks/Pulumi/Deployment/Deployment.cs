using Pulumi.Testing;

namespace Pulumi;

/// <summary>One run of a program; here always a run with mocks.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<DeploymentInstance?> Running = new();

    private readonly MockMonitor _monitor;
    private readonly List<string> _errors = [];

    private Deployment(IMocks mocks, TestOptions? options)
    {
        ProjectName = options?.ProjectName ?? "project";
        StackName = options?.StackName ?? "stack";
        OrganizationName = options?.OrganizationName ?? "organization";
        RootDirectory = options?.RootDirectory;
        IsPreview = options?.IsPreview ?? true;
        _monitor = new MockMonitor(mocks, this);
    }

    public static DeploymentInstance Instance
    {
        get => Running.Value ?? throw new InvalidOperationException(
            "There is no deployment: nothing runs yet.");
        private set => Running.Value = Running.Value is null
            ? value
            : throw new InvalidOperationException(
                "A deployment is running already: one cannot start inside another.");
    }

    internal static Deployment? Current => Running.Value?.Deployment;

    internal static Deployment Required => Instance.Deployment;

    internal string ProjectName { get; }

    internal string StackName { get; }

    internal string OrganizationName { get; }

    internal string? RootDirectory { get; }

    internal bool IsPreview { get; }

    internal TaskTracker Tasks { get; } = new();

    internal StackConfiguration Configuration { get; } = StackConfiguration.FromEnvironment();

    internal Stack Stack
    {
        get => field ?? throw new InvalidOperationException(
            "The stack has no resources before it is constructed.");
        set;
    }

    internal void LogError(string message)
    {
        lock (_errors)
        {
            _errors.Add(message);
        }
    }
}
