using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;

namespace ExchangeOnAws.Tests.Sdks;

[TestFixture]
public sealed class When_a_stack_has_transformations
{
    private static readonly List<ResourceTransformationArgs> Seen = [];

    private readonly EchoMocks _mocks = new();

    [OneTimeSetUp]
    public Task Run()
    {
        Seen.Clear();
        return Deployment.TestAsync<WatchedStack>(_mocks, new TestOptions { IsPreview = false });
    }

    [TearDown]
    public void ResetExitCode() => Environment.ExitCode = 0;

    [Test]
    public void Should_see_every_resource_and_the_stack()
        => Assert.That(
            Seen.Select(seen => seen.Resource.GetResourceType()),
            Is.EqualTo(new[]
            {
                "pulumi:pulumi:Stack", "fake:index:Rack", "fake:index:Server", "fake:index:Server",
            }));

    [Test]
    public void Should_see_the_typed_args() => Assert.That(Seen[^1].Args, Is.TypeOf<ServerArgs>());

    [Test]
    public void Should_see_options_before_they_are_inherited()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Seen[1].Options.Protect, Is.True);
            Assert.That(Seen[2].Options.Protect, Is.Null);
            Assert.That(Seen[2].Options.Parent, Is.SameAs(Seen[1].Resource));
            Assert.That(Seen[3].Options.Parent, Is.Null);
        }
    }

    [Test]
    public void Should_send_what_they_changed()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_mocks["rack-server"].Inputs["image"], Is.EqualTo("replaced"));
            Assert.That(_mocks["single"].Inputs["image"], Is.EqualTo("changed"));
        }
    }

    [Test]
    public async Task Should_run_for_the_children_of_the_resource_they_are_set_on()
    {
        var names = new List<string>();
        await SdkProgram.RunAsync(new EchoMocks(), () =>
        {
            _ = new Rack("rack", null, new ComponentResourceOptions
            {
                ResourceTransformations =
                {
                    args =>
                    {
                        names.Add(args.Resource.GetResourceName());
                        return null;
                    },
                },
            });
            _ = new Server("outside", new ServerArgs());
        });

        Assert.That(names, Is.EqualTo(new[] { "rack", "rack-server" }));
    }

    [Test]
    public async Task Should_not_change_the_parent()
    {
        var message = await SdkProgram.FailAsync(() =>
        {
            var rack = new Rack("rack");
            _ = new Server("server", new ServerArgs(), new CustomResourceOptions
            {
                ResourceTransformations =
                {
                    args => new ResourceTransformationResult(
                        args.Args, new CustomResourceOptions { Parent = rack }),
                },
            });
        });

        Assert.That(message, Does.Contain(nameof(ArgumentException)));
    }

    private sealed class WatchedStack : Stack
    {
        public WatchedStack()
            : base(new StackOptions { ResourceTransformations = { Watch } })
        {
            _ = new Rack("rack", null, new ComponentResourceOptions { Protect = true });
            _ = new Server("single", new ServerArgs());
        }

        private static ResourceTransformationResult? Watch(ResourceTransformationArgs args)
        {
            Seen.Add(args);
            switch (args.Resource.GetResourceName())
            {
                case "rack-server":
                    return new ResourceTransformationResult(
                        new ServerArgs { Image = "replaced" }, args.Options);
                case "single":
                    ((ServerArgs)args.Args).Image = "changed";
                    return null;
                default:
                    return null;
            }
        }
    }
}
