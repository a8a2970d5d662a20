using System.Collections.Immutable;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace ExchangeOnAws.Evaluation;

/// <summary>Runs the real <see cref="ExchangeStack"/> without AWS and lists what it would register.</summary>
internal static class StackEvaluation
{
    /// <summary>Every component and resource, in the order in which the program creates them.</summary>
    public static async Task<IReadOnlyList<PlannedResource>> Run(DeploymentPlan plan)
    {
        var mocks = new PlanMocks(plan.Region);
        var registered = new List<ResourceTransformationArgs>();
        var options = new StackOptions
        {
            ResourceTransformations =
            {
                args =>
                {
                    registered.Add(args);
                    return null;
                },
            },
        };
        await Deployment.TestWithServiceProviderAsync<ExchangeStack>(
            mocks,
            new StackFactory(() => new ExchangeStack(plan, options)),
            new TestOptions
            {
                ProjectName = StackConfiguration.ProjectName,
                StackName = plan.StackName,
                IsPreview = false,
            });

        var byResource = registered.ToDictionary(args => args.Resource);
        var resources = new List<PlannedResource>();
        foreach (var args in registered.Where(args => args.Resource is not Stack))
        {
            resources.Add(await Describe(args, byResource, mocks));
        }

        return resources;
    }

    private static async Task<PlannedResource> Describe(
        ResourceTransformationArgs args, Dictionary<Resource, ResourceTransformationArgs> all,
        PlanMocks mocks)
    {
        var (type, name) = (args.Resource.GetResourceType(), args.Resource.GetResourceName());
        var parent = args.Options.Parent is Stack ? null : args.Options.Parent?.GetResourceName();
        var dependsOn = await OutputUtilities.GetValueAsync(args.Options.DependsOn.ToOutput());
        return new PlannedResource(
            type, name, parent, mocks.InputsOf(type, name),
            [.. Names(dependsOn).Order(StringComparer.Ordinal)],
            new PlannedOptions(
                Inherited(args, all, options => options.Protect),
                Inherited(args, all, options => options.RetainOnDelete),
                args.Options.IgnoreChanges,
                args.Options.ReplaceOnChanges,
                args.Options is CustomResourceOptions { DeleteBeforeReplace: true },
                args.Options.DeletedWith?.GetResourceName()));
    }

    private static IEnumerable<string> Names(ImmutableArray<Resource> resources) =>
        resources.IsDefault ? [] : resources.Select(resource => resource.GetResourceName());

    // Both options flow from a component to what it contains, unless that says otherwise.
    private static bool Inherited(
        ResourceTransformationArgs args, Dictionary<Resource, ResourceTransformationArgs> all,
        Func<ResourceOptions, bool?> option) =>
        option(args.Options) ?? (args.Options.Parent is { } parent && all.TryGetValue(parent, out var outer)
            && Inherited(outer, all, option));

    private sealed class StackFactory(Func<ExchangeStack> create) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(ExchangeStack) ? create() : null;
    }
}
