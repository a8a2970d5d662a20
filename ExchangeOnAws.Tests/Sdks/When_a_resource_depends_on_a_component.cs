using System.Collections.Concurrent;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;

namespace ExchangeOnAws.Tests.Sdks;

[TestFixture]
public sealed class When_a_resource_depends_on_a_component
{
    private readonly SlowMocks _mocks = new();

    [OneTimeSetUp]
    public Task Run() => SdkProgram.RunAsync(_mocks, () =>
    {
        var rack = new Rack("rack");
        _ = new Server("after", new ServerArgs(), new CustomResourceOptions { DependsOn = { rack } });
        _ = new Rack("second", null, new ComponentResourceOptions { DependsOn = { rack, rack.Server } });
        _ = new Server("free", new ServerArgs());
    });

    [Test]
    public void Should_wait_for_the_resources_in_the_component()
    {
        var events = _mocks.Events.ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(events.IndexOf("end rack-server"), Is.LessThan(events.IndexOf("begin after")));
            Assert.That(events.IndexOf("end rack-server"), Is.LessThan(events.IndexOf("begin second")));
        }
    }

    [Test]
    public void Should_not_hold_up_the_others()
    {
        var events = _mocks.Events.ToList();

        Assert.That(events.IndexOf("begin free"), Is.LessThan(events.IndexOf("end rack-server")));
    }

    [Test]
    public void Should_register_all_of_them()
        => Assert.That(_mocks.Events.Where(
            name => name.StartsWith("end", StringComparison.Ordinal)), Is.EquivalentTo(
            new[]
            {
                "end rack", "end rack-server", "end after", "end second", "end second-server", "end free",
            }));

    private sealed class SlowMocks : EchoMocks
    {
        public ConcurrentQueue<string> Events { get; } = new();

        public override async Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            Events.Enqueue($"begin {args.Name}");
            await Task.Delay(args.Name == "rack-server" ? 100 : 1);
            Events.Enqueue($"end {args.Name}");
            return await base.NewResourceAsync(args);
        }
    }
}
