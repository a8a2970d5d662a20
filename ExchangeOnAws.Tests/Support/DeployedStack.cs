using System.Collections.Immutable;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Support;

/// <summary>A resource as it was registered: what a mock received and what the program said of it.</summary>
internal sealed record DeployedResource(
    string Type, string Name, ImmutableDictionary<string, object> Inputs,
    ResourceArgs? Args, ResourceOptions Options)
{
    /// <summary>The logical name of the component it belongs to; null at the top of the stack.</summary>
    public string? Parent => Options.Parent is null or Stack ? null : Options.Parent.GetResourceName();

    public bool IsComponent => Type.StartsWith("exchange:", StringComparison.Ordinal);

    /// <summary>Logical names of what it waits for beside what its inputs name.</summary>
    public IEnumerable<string> Dependencies => OutputUtilities
        .GetValueAsync(Options.DependsOn.ToOutput()).GetAwaiter().GetResult()
        .Select(dependency => dependency.GetResourceName());

    public string Text(string input) => (string)Inputs[input];

    public IEnumerable<string> Texts(string input) => ((ImmutableArray<object>)Inputs[input]).Cast<string>();

    public ImmutableDictionary<string, object> Map(string input) =>
        (ImmutableDictionary<string, object>)Inputs[input];
}

/// <summary>The whole stack, deployed to mocks.</summary>
internal sealed class DeployedStack
{
    private DeployedStack(IReadOnlyList<DeployedResource> resources, ExchangeStack stack)
    {
        Resources = resources;
        Stack = stack;
    }

    public IReadOnlyList<DeployedResource> Resources { get; }

    public ExchangeStack Stack { get; }

    public static async Task<DeployedStack> Of(
        DeploymentPlan plan, bool isPreview = false, RecordingMocks? mocks = null)
    {
        mocks ??= new RecordingMocks { Partition = PartitionOf(plan.Region) };
        var seen = new List<ResourceTransformationArgs>();
        ExchangeStack? stack = null;
        var options = new StackOptions
        {
            ResourceTransformations =
            {
                args =>
                {
                    seen.Add(args);
                    return null;
                },
            },
        };
        await Deployment.TestWithServiceProviderAsync<ExchangeStack>(
            mocks,
            new Factory(() => stack = new ExchangeStack(plan, options)),
            new TestOptions
            {
                ProjectName = StackConfiguration.ProjectName,
                StackName = plan.StackName,
                IsPreview = isPreview,
            });

        var inputs = mocks.Resources.ToDictionary(args => (args.Type!, args.Name!), args => args.Inputs);
        return new DeployedStack(
            [.. seen.Where(args => args.Resource is not Pulumi.Stack)
                .Select(args => Describe(args, inputs))], stack!);
    }

    /// <summary>All resources of a type; a test that finds none is wrong about the type.</summary>
    public IReadOnlyList<DeployedResource> All(string type)
    {
        DeployedResource[] found = [.. Resources.Where(resource => resource.Type == type)];
        Assert.That(found, Is.Not.Empty, $"No {type} was registered.");
        return found;
    }

    public DeployedResource Named(string type, string name) =>
        Resources.SingleOrDefault(resource => resource.Type == type && resource.Name == name)
        ?? throw new AssertionException($"No {type} is named {name}; there are "
            + string.Join(", ", All(type).Select(resource => resource.Name)));

    public bool Has(string type) => Resources.Any(resource => resource.Type == type);

    private static DeployedResource Describe(
        ResourceTransformationArgs args,
        Dictionary<(string, string), ImmutableDictionary<string, object>> inputs)
    {
        var key = (args.Resource.GetResourceType(), args.Resource.GetResourceName());
        return new DeployedResource(key.Item1, key.Item2, inputs[key], args.Args, args.Options);
    }

    // botocore, partitions.json.
    private static string PartitionOf(string region) => region.Split('-') switch
    {
        ["cn", ..] => "aws-cn",
        ["us", "gov", ..] => "aws-us-gov",
        _ => "aws",
    };

    private sealed class Factory(Func<ExchangeStack> create) : IServiceProvider
    {
        public object GetService(Type serviceType) => create();
    }
}
