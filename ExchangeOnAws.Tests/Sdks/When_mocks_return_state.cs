using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Sdks;

[TestFixture]
public sealed class When_mocks_return_state
{
    [TearDown]
    public void ResetExitCode() => Environment.ExitCode = 0;

    [Test]
    public async Task Should_take_secrets_and_unknowns_in_it()
    {
        var server = await CreateAsync(new Dictionary<string, object>
        {
            ["arn"] = Output.CreateSecret("arn"),
            ["size"] = OutputUtilities.CreateUnknown(0),
            ["labels"] = new object[] { "a", Output.CreateSecret("b") },
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Output.IsSecretAsync(server.Arn), Is.True);
            Assert.That(await OutputUtilities.GetValueAsync(server.Arn), Is.EqualTo("arn"));
            Assert.That(await OutputUtilities.GetIsKnownAsync(server.Size), Is.False);
            Assert.That(await Output.IsSecretAsync(server.Labels), Is.True);
            Assert.That(await Output.IsSecretAsync(server.Size), Is.False);
        }
    }

    [Test]
    public async Task Should_take_an_args_object()
    {
        var server = await CreateAsync(new ServerArgs { Size = 4, Tags = { { "a", "b" } } });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(server.Size), Is.EqualTo(4));
            Assert.That(await OutputUtilities.GetValueAsync(server.Tags), Contains.Key("a").WithValue("b"));
        }
    }

    [Test]
    public async Task Should_take_an_object_with_an_output_type()
    {
        var server = await CreateAsync(new ServerState("arn", 6));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(server.Arn), Is.EqualTo("arn"));
            Assert.That(await OutputUtilities.GetValueAsync(server.Size), Is.EqualTo(6));
        }
    }

    [Test]
    public async Task Should_give_missing_and_unfitting_properties_their_defaults()
    {
        var server = await CreateAsync(new Dictionary<string, object> { ["size"] = "many", ["port"] = 80 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(server.Size), Is.Zero);
            Assert.That(await OutputUtilities.GetValueAsync(server.Arn), Is.Null);
            Assert.That(await OutputUtilities.GetIsKnownAsync(server.Arn), Is.True);
            Assert.That((await OutputUtilities.GetValueAsync(server.Labels)).IsDefault, Is.True);
            Assert.That((await OutputUtilities.GetValueAsync(server.Port)).AsT0, Is.EqualTo(80));
        }
    }

    [Test]
    public async Task Should_leave_the_id_unknown_when_they_return_none()
    {
        var server = await CreateAsync(new Dictionary<string, object>(), id: null);

        Assert.That(await OutputUtilities.GetIsKnownAsync(server.Id), Is.False);
    }

    [TestCaseSource(nameof(UnsupportedStates))]
    public async Task Should_refuse_what_has_no_plain_form(object state)
    {
        var message = await SdkProgram.FailAsync(
            () => _ = new Server("server", new ServerArgs()), new StateMocks(state));

        Assert.That(message, Does.Contain("is not a supported argument type"));
    }

    private static IEnumerable<object> UnsupportedStates =>
    [
        new { size = 1 },
        new Dictionary<string, object> { ["size"] = 1L },
        new Dictionary<string, object> { ["size"] = 1m },
    ];

    private static async Task<Server> CreateAsync(object state, string? id = "id")
    {
        Server? server = null;
        await SdkProgram.RunAsync(
            new StateMocks(state, id), () => server = new Server("server", new ServerArgs()));
        return server!;
    }

    [OutputType]
    private sealed class ServerState(string arn, int size)
    {
        public readonly string Arn = arn;
        public readonly int Size = size;
    }
}
