using System.Collections.Immutable;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Sdks;

[TestFixture]
public sealed class When_a_component_is_created
{
    private readonly EchoMocks _mocks = new();
    private ImmutableArray<Resource> _resources;

    [OneTimeSetUp]
    public async Task Run()
        => _resources = await Deployment.TestAsync<RackStack>(_mocks, new TestOptions { IsPreview = false });

    [TearDown]
    public void ResetExitCode() => Environment.ExitCode = 0;

    [Test]
    public void Should_pass_it_to_the_mocks_with_its_args()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_mocks["rack"].Type, Is.EqualTo("fake:index:Rack"));
            Assert.That(_mocks["rack"].Inputs, Contains.Key("height").WithValue(42.0));
        }
    }

    [Test]
    public void Should_not_pass_the_stack_to_the_mocks()
        => Assert.That(
            _mocks.Resources.Select(resource => resource.Name), Is.EqualTo(new[] { "rack", "rack-server" }));

    [Test]
    public void Should_return_stack_components_and_resources()
        => Assert.That(_resources.Select(resource => resource.GetType()), Is.EquivalentTo(
            new[] { typeof(RackStack), typeof(Rack), typeof(Server) }));

    [Test]
    public async Task Should_register_its_outputs()
    {
        var outputs = _mocks.Outputs.Single(
            request => request.Urn.EndsWith("::rack", StringComparison.Ordinal)).Outputs;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outputs.Keys, Is.EquivalentTo(new[] { "rackArn", "Key" }));
            Assert.That(
                await OutputUtilities.GetValueAsync(outputs["rackArn"]), Is.EqualTo("arn:rack-server"));
            Assert.That(await Output.IsSecretAsync(outputs["Key"]), Is.True);
            Assert.That(await Output.IsSecretAsync(outputs["rackArn"]), Is.False);
        }
    }

    [Test]
    public async Task Should_register_the_outputs_of_the_stack()
    {
        var outputs = _mocks.Outputs
            .Single(request => request.Urn.EndsWith("::project-stack", StringComparison.Ordinal)).Outputs;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(outputs.Keys, Is.EquivalentTo(new[] { "ServerArn", "sizes" }));
            Assert.That(
                await OutputUtilities.GetValueAsync(outputs["sizes"]), Is.EqualTo(new[] { 1.0, 2.0 }));
        }
    }

    [Test]
    public async Task Should_hand_its_provider_down()
    {
        var mocks = new EchoMocks();
        FakeProvider? provider = null;
        await SdkProgram.RunAsync(mocks, () =>
        {
            provider = new FakeProvider("provider", new FakeProviderArgs());
            _ = new Rack("one", null, new ComponentResourceOptions { Provider = provider });
            _ = new Rack("many", null, new ComponentResourceOptions { Providers = { provider } });
            _ = new Server("own", new ServerArgs(), new CustomResourceOptions { Provider = provider });
            _ = new Rack("none");
        });
        var reference = $"{await OutputUtilities.GetValueAsync(provider!.Urn)}::provider-id";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mocks["one-server"].Provider, Is.EqualTo(reference));
            Assert.That(mocks["many-server"].Provider, Is.EqualTo(reference));
            Assert.That(mocks["own"].Provider, Is.EqualTo(reference));
            Assert.That(mocks["none-server"].Provider, Is.Null.Or.Empty);
            Assert.That(mocks["one"].Provider, Is.Null.Or.Empty);
        }
    }

    [Test]
    [NonParallelizable]
    public async Task Should_refuse_provider_together_with_providers()
    {
        var message = await SdkProgram.FailAsync(() =>
        {
            var provider = new FakeProvider("provider", new FakeProviderArgs());
            _ = new Rack(
                "rack", null, new ComponentResourceOptions { Provider = provider, Providers = { provider } });
        });

        Assert.That(message, Is.Not.Empty);
    }

    private sealed class RackStack : Stack
    {
        public RackStack()
        {
            var rack = new Rack("rack", new RackArgs { Height = 42 });
            ServerArn = rack.Arn;
            Sizes = Output.Create(ImmutableArray.Create(1, 2));
        }

        [Output]
        public Output<string> ServerArn { get; set; }

        [Output("sizes")]
        public Output<ImmutableArray<int>> Sizes { get; set; }
    }
}
