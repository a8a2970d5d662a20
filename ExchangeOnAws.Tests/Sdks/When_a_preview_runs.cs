using System.Collections.Immutable;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Sdks;

[TestFixture]
public sealed class When_a_preview_runs
{
    private readonly StateMocks _mocks = new(ImmutableDictionary<string, object>.Empty);
    private readonly List<string> _applied = [];
    private Server _server = null!;

    [OneTimeSetUp]
    public Task Run() => Deployment.TestAsync(_mocks, new TestOptions(), () =>
    {
        Assert.That(Deployment.Instance.IsDryRun, Is.True);
        _server = new Server("server", new ServerArgs { Image = "image" });
        _server.Arn.Apply(arn =>
        {
            _applied.Add(arn);
            return new Server("from-apply", new ServerArgs());
        });
        _ = new Server(
            "next", new ServerArgs { Image = _server.Arn, Labels = { "a", _server.Arn }, Size = 1 });
    });

    [Test]
    public async Task Should_leave_unknown_what_the_mock_does_not_return()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetIsKnownAsync(_server.Arn), Is.False);
            Assert.That(await OutputUtilities.GetIsKnownAsync(_server.Id), Is.True);
            Assert.That(await OutputUtilities.GetIsKnownAsync(_server.Urn), Is.True);
        }
    }

    [Test]
    public void Should_not_run_callbacks_on_unknown_values()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_applied, Is.Empty);
            Assert.That(
                _mocks.Resources.Select(resource => resource.Name), Is.EqualTo(new[] { "server", "next" }));
        }
    }

    [Test]
    public void Should_leave_out_inputs_with_anything_unknown_in_them()
        => Assert.That(_mocks["next"].Inputs.Keys, Is.EquivalentTo(new[] { "size" }));

    [Test]
    public async Task Should_run_callbacks_when_it_is_no_preview()
    {
        var mocks = new StateMocks(ImmutableDictionary<string, object>.Empty);
        await SdkProgram.RunAsync(mocks, () => new Server("server", new ServerArgs()).Arn.Apply(
            _ => new Server("from-apply", new ServerArgs())));

        Assert.That(mocks.Resources.Select(resource => resource.Name), Is.EquivalentTo(
            new[] { "server", "from-apply" }));
    }
}
