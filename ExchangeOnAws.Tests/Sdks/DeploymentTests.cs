using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Sdks;

[TestFixture]
public sealed class DeploymentTests
{
    private static readonly TestOptions Options = new() { IsPreview = false };

    [Test]
    public async Task Action_returns_the_resources_without_a_stack()
    {
        var resources = await Deployment.TestAsync(
            new EchoMocks(), Options, () => { _ = new Server("server", new ServerArgs()); });

        Assert.That(resources.Select(resource => resource.GetResourceName()), Is.EqualTo(new[] { "server" }));
    }

    [Test]
    public async Task Task_is_awaited()
    {
        var resources = await Deployment.TestAsync(new EchoMocks(), Options, async () =>
        {
            await Task.Delay(1);
            _ = new Server("server", new ServerArgs());
        });

        Assert.That(resources, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Function_returns_outputs_too()
    {
        var (resources, outputs) = await Deployment.TestAsync(new EchoMocks(), Options, () =>
        {
            var server = new Server("server", new ServerArgs());
            return new Dictionary<string, object?> { ["arn"] = server.Arn };
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(resources, Has.Length.EqualTo(1));
            Assert.That(await OutputUtilities.GetValueAsync(
                (Output<string>)outputs["arn"]!), Is.EqualTo("arn:server"));
        }
    }

    [Test]
    public async Task Asynchronous_function_returns_outputs_too()
    {
        var (resources, outputs) = await Deployment.TestAsync(
            new EchoMocks(), Options, async Task<IDictionary<string, object?>> () =>
            {
                await Task.Delay(1);
                _ = new Server("server", new ServerArgs());
                return new Dictionary<string, object?> { ["plain"] = 1 };
            });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(resources, Has.Length.EqualTo(1));
            Assert.That(outputs["plain"], Is.EqualTo(1));
        }
    }

    [Test]
    public async Task Service_provider_makes_the_stack()
    {
        var stack = await Deployment.TestWithServiceProviderAsync<NamedStack>(
            new EchoMocks(), new Services(() => new NamedStack("given")), Options);

        Assert.That(stack.OfType<Server>().Single().GetResourceName(), Is.EqualTo("given"));
    }

    [Test]
    public async Task Instance_shows_the_options()
    {
        var options = new TestOptions
        {
            ProjectName = "p",
            StackName = "s",
            OrganizationName = "o",
            RootDirectory = "r",
            IsPreview = false,
        };
        (string, string, string, string, bool)? seen = null;
        await Deployment.TestAsync(new EchoMocks(), options, () =>
        {
            var instance = Deployment.Instance;
            seen = (
                instance.ProjectName,
                instance.StackName,
                instance.OrganizationName,
                instance.RootDirectory,
                instance.IsDryRun);
        });

        Assert.That(seen, Is.EqualTo(("p", "s", "o", "r", false)));
    }

    [Test]
    public async Task Instance_has_defaults()
    {
        (string, string, string, bool)? seen = null;
        Exception? thrown = null;
        await Deployment.TestAsync(new EchoMocks(), new TestOptions(), () =>
        {
            var instance = Deployment.Instance;
            seen = (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.IsDryRun);
            try
            {
                _ = instance.RootDirectory;
            }
            catch (InvalidOperationException exception)
            {
                thrown = exception;
            }
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(seen, Is.EqualTo(("project", "stack", "organization", true)));
            Assert.That(thrown, Is.Not.Null);
        }
    }

    [Test]
    public async Task Instance_exists_only_during_a_run()
    {
        await Deployment.TestAsync(new EchoMocks(), Options, () => { });

        Assert.That(() => Deployment.Instance, Throws.InvalidOperationException);
    }

    [Test]
    public async Task Empty_mocks_return_the_inputs()
    {
        Server? server = null;
        await SdkProgram.RunAsync(
            new EmptyMocks(), () => server = new Server("server", new ServerArgs { Size = 3 }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(server!.Size), Is.EqualTo(3));
            Assert.That(await OutputUtilities.GetIsKnownAsync(server.Id), Is.False);
        }
    }

    private sealed class NamedStack : Stack
    {
        public NamedStack(string name) => _ = new Server(name, new ServerArgs());
    }

    private sealed class Services(Func<object> create) : IServiceProvider
    {
        public object? GetService(Type serviceType) => create();
    }
}
