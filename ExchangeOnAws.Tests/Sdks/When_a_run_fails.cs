using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;

namespace ExchangeOnAws.Tests.Sdks;

[TestFixture]
[NonParallelizable]
public sealed class When_a_run_fails
{
    [TearDown]
    public void ResetExitCode() => Environment.ExitCode = 0;

    [Test]
    public async Task Should_keep_the_message_of_a_run_exception()
        => Assert.That(
            await SdkProgram.FailAsync(() => throw new RunException("Set it.")), Is.EqualTo("Set it."));

    [Test]
    public async Task Should_keep_the_message_of_a_resource_exception_without_stack()
        => Assert.That(
            await SdkProgram.FailAsync(() => throw new ResourceException("Too many.", null, hideStack: true)),
            Is.EqualTo("Too many."));

    [Test]
    public async Task Should_prefix_any_other_exception()
    {
        var message = await SdkProgram.FailAsync(() => throw new FormatException("no number"));

        Assert.That(message, Does.StartWith("Running program '").And.Contain("no number")
            .And.Contain("failed with an unhandled exception"));
    }

    [Test]
    public async Task Should_set_the_exit_code()
    {
        await SdkProgram.FailAsync(() => throw new RunException("Set it."));

        Assert.That(Environment.ExitCode, Is.EqualTo(32));
    }

    [Test]
    public async Task Should_fail_for_an_exception_in_apply()
        => Assert.That(
            await SdkProgram.FailAsync(
                () => Output.Create("In apply.").Apply(Refuse)), Is.EqualTo("In apply."));

    [Test]
    public async Task Should_fail_for_an_exception_in_a_late_apply()
        => Assert.That(
            await SdkProgram.FailAsync(
                () => Output.Create(LaterAsync("Later.")).Apply(Refuse)), Is.EqualTo("Later."));

    [Test]
    public async Task Should_fail_for_an_exception_in_a_mock()
        => Assert.That(
            await SdkProgram.FailAsync(() => _ = new Server("server", new ServerArgs()), new RefusingMocks()),
            Does.Contain("unknown type fake:index:Server"));

    [Test]
    public async Task Should_name_a_missing_required_input()
        => Assert.That(
            await SdkProgram.FailAsync(() => _ = new Strict("strict", new StrictArgs())),
            Does.Contain(
                $"[Input] {typeof(StrictArgs).FullName}.Needed is required but was not given a value"));

    [Test]
    public async Task Should_name_a_missing_nested_input()
        => Assert.That(
            await SdkProgram.FailAsync(
                () => _ = new Server("server", new ServerArgs { Disks = { new DiskArgs() } })),
            Does.Contain($"[Input] {typeof(DiskArgs).FullName}.Gib is required but was not given a value"));

    [Test]
    public async Task Should_refuse_unsupported_input_types()
        => Assert.That(
            await SdkProgram.FailAsync(() => _ = new Server("server", new ServerArgs { Serial = 1L })),
            Does.Contain("System.Int64 is not a supported argument type"));

    [Test]
    public async Task Should_refuse_unsupported_output_types()
        => Assert.That(
            await SdkProgram.FailAsync(() => _ = new Impossible("impossible")), Does.Contain("System.Int64"));

    [Test]
    public async Task Should_fail_for_a_logged_error()
        => Assert.That(await SdkProgram.FailAsync(() => Log.Error("Wrong.")), Is.EqualTo("Wrong."));

    [Test]
    public void Should_report_several_errors_together()
    {
        Assert.That(
            async () => await SdkProgram.RunAsync(new EchoMocks(), () =>
            {
                Log.Error("One.");
                Log.Error("Two.");
            }),
            Throws.TypeOf<AggregateException>()
                .With.Property(nameof(AggregateException.InnerExceptions)).Count.EqualTo(2)
                .And.InnerException.TypeOf<RunException>());
    }

    [Test]
    public async Task Should_not_fail_for_lesser_messages()
    {
        var resources = await SdkProgram.RunAsync(new EchoMocks(), () =>
        {
            Log.Debug("a");
            Log.Info("b");
            Log.Warn("c");
        });

        Assert.That(resources, Is.Empty);
    }

    [Test]
    public void Should_fail_for_a_stack_output_without_value()
        => Assert.That(
            async () => await Deployment.TestAsync<ForgetfulStack>(new EchoMocks()),
            Throws.TypeOf<RunException>().With.Message.Contain("Forgotten"));

    [Test]
    public void Should_fail_for_a_stack_output_of_another_type()
        => Assert.That(
            async () => await Deployment.TestAsync<PlainStack>(new EchoMocks()),
            Throws.TypeOf<RunException>().With.Message.Contain("Plain"));

    [Test]
    public void Should_fail_for_an_exception_in_the_constructor_of_the_stack()
        => Assert.That(
            async () => await Deployment.TestAsync<FailingStack>(new EchoMocks()),
            Throws.TypeOf<RunException>().With.Message.EqualTo("No stack today."));

    [Test]
    public async Task Should_refuse_an_empty_name()
        => Assert.That(
            await SdkProgram.FailAsync(
                () => _ = new Server("", new ServerArgs())), Does.Contain(nameof(ArgumentException)));

    [Test]
    public void Should_have_no_log_outside_of_a_run()
        => Assert.That(() => Log.Info("a"), Throws.InvalidOperationException);

    private static int Refuse(string message) => throw new RunException(message);

    private static async Task<string> LaterAsync(string text)
    {
        await Task.Delay(5);
        return text;
    }

    private sealed class RefusingMocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
            => throw new NotSupportedException($"unknown type {args.Type}");

        public Task<object> CallAsync(MockCallArgs args) => throw new NotSupportedException();
    }

    private sealed class StrictArgs : ResourceArgs
    {
        [Input("needed", required: true)]
        public Input<string> Needed { get; set; } = null!;
    }

    private sealed class Strict(string name, StrictArgs args) : CustomResource(
        "fake:index:Strict", name, args, null);

    private sealed class Impossible(string name) : CustomResource("fake:index:Impossible", name, null, null)
    {
        [Output("value")]
        public Output<long> Value { get; private set; } = null!;
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output]
        public Output<string> Forgotten { get; set; } = null!;
    }

    private sealed class PlainStack : Stack
    {
        [Output]
        public string Plain { get; set; } = "plain";
    }

    private sealed class FailingStack : Stack
    {
        public FailingStack() => throw new RunException("No stack today.");
    }
}
