using System.Collections.Immutable;
using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Sdks;

[TestFixture]
public sealed class When_a_function_is_invoked
{
    private const string Token = "fake:index:getImage";

    private readonly EchoMocks _mocks = new();

    [SetUp]
    public void Forget() => _mocks.Calls.Clear();

    [Test]
    public async Task Should_pass_plain_arguments_and_read_a_typed_result()
    {
        var result = await InvokeAsync(() => Deployment.Instance.Invoke<GetImageResult>(
            Token, new GetImageInvokeArgs { Name = Output.CreateSecret("w"), Owners = { "me" } }));
        var call = _mocks.Calls.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.Token, Is.EqualTo(Token));
            Assert.That(call.Args["name"], Is.EqualTo("w"));
            Assert.That(call.Args["owners"], Is.TypeOf<ImmutableArray<object>>());
            Assert.That((await OutputUtilities.GetValueAsync(result)).Answer, Is.EqualTo(Token));
            Assert.That(await Output.IsSecretAsync(result), Is.False);
        }
    }

    [Test]
    public async Task Should_not_be_called_with_unknown_arguments()
    {
        var result = await InvokeAsync(() => Deployment.Instance.Invoke<GetImageResult>(
            Token, new GetImageInvokeArgs { Owners = { "me", OutputUtilities.CreateUnknown("x") } }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_mocks.Calls, Is.Empty);
            Assert.That(await OutputUtilities.GetIsKnownAsync(result), Is.False);
        }
    }

    [Test]
    public async Task Should_depend_on_what_its_arguments_and_options_depend_on()
    {
        Server? one = null;
        Server? two = null;
        var result = await InvokeAsync(() =>
        {
            (one, two) = (new Server("one", new ServerArgs()), new Server("two", new ServerArgs()));
            return Deployment.Instance.Invoke<GetImageResult>(
                Token,
                new GetImageInvokeArgs { Name = one.Arn },
                new InvokeOutputOptions { DependsOn = { two } });
        });

        Assert.That(await OutputUtilities.GetDependenciesAsync(result), Is.EquivalentTo(new[] { one, two }));
    }

    [Test]
    public async Task Should_name_the_provider_of_its_parent()
    {
        FakeProvider? provider = null;
        await InvokeAsync(() =>
        {
            provider = new FakeProvider("provider", new FakeProviderArgs());
            var rack = new Rack("rack", null, new ComponentResourceOptions { Provider = provider });
            return Deployment.Instance.Invoke<GetImageResult>(
                Token, new GetImageInvokeArgs(), new InvokeOptions { Parent = rack });
        });

        Assert.That(
            _mocks.Calls.Single().Provider,
            Is.EqualTo($"{await OutputUtilities.GetValueAsync(provider!.Urn)}::provider-id"));
    }

    [Test]
    public async Task Should_return_a_task_where_that_is_asked_for()
    {
        var result = await InvokeAsync(() => Output.Create(
            Deployment.Instance.InvokeAsync<GetImageResult>(Token, new GetImageArgs { Name = "w" })));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await OutputUtilities.GetValueAsync(result)).Answer, Is.EqualTo(Token));
            Assert.That(_mocks.Calls.Single().Args["name"], Is.EqualTo("w"));
        }
    }

    [Test]
    public async Task Should_pick_the_only_value_of_a_single_result()
    {
        var result = await InvokeAsync(
            () => Deployment.Instance.InvokeSingle<string>(Token, new GetImageInvokeArgs()));

        Assert.That(await OutputUtilities.GetValueAsync(result), Is.EqualTo(Token));
    }

    [Test]
    public async Task Should_pass_the_call_of_a_method_too()
    {
        var result = await InvokeAsync(() => Deployment.Instance.Call<GetImageResult>(Token, CallArgs.Empty));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await OutputUtilities.GetValueAsync(result)).Answer, Is.EqualTo(Token));
            Assert.That(_mocks.Calls.Single().Args, Is.Empty);
        }
    }

    private async Task<Output<T>> InvokeAsync<T>(Func<Output<T>> invoke)
    {
        Output<T>? result = null;
        await SdkProgram.RunAsync(_mocks, () => result = invoke());
        return result!;
    }

    private sealed class GetImageArgs : InvokeArgs
    {
        [Input("name")]
        public string? Name { get; set; }
    }

    private sealed class GetImageInvokeArgs : InvokeArgs
    {
        [Input("owners")]
        private InputList<string>? _owners;

        [Input("name")]
        public Input<string>? Name { get; set; }

        public InputList<string> Owners => _owners ??= new InputList<string>();
    }

    [OutputType]
    private sealed class GetImageResult
    {
        public readonly string Answer;

        [OutputConstructor]
        private GetImageResult(string answer) => Answer = answer;
    }
}
