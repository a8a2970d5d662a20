using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetGatewayAddressTests : ScriptSuite
{
    protected override string Script => "Gateway/Set-GatewayAddress";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["AllocationIds"] = "eipalloc-1, eipalloc-2" };

    [Test]
    public void Address_of_another_host_is_left_alone()
    {
        var windows = NewMachine(first: GatewayMachine.OtherInstanceId);

        var result = RunOn(windows).ToEnd();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(
            Holders(windows), Is.EqualTo([GatewayMachine.OtherInstanceId, GatewayMachine.InstanceId]));
        Assert.That(result.Changes.Count(change => change.Name == "Register-EC2Address"), Is.EqualTo(1));
    }

    [Test]
    public void Host_that_loses_the_race_for_an_address_takes_the_next()
    {
        var windows = NewMachine();
        windows.Area<SimulatedCloud>().Meanwhile = address =>
            address.InstanceId ??= address.AllocationId == "eipalloc-1"
                ? GatewayMachine.OtherInstanceId
                : null;

        var result = RunOn(windows).ToEnd();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(
            Holders(windows), Is.EqualTo([GatewayMachine.OtherInstanceId, GatewayMachine.InstanceId]));
    }

    [Test]
    public void Host_without_a_free_address_says_who_has_them()
    {
        var windows = NewMachine(GatewayMachine.OtherInstanceId, "i-0123456789abcdef0");

        var result = RunOn(windows).ToEnd();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Failure, Does.Contain("203.0.113.1 (eipalloc-1) belongs to i-0fedcba987654321f")
            .And.Contain("203.0.113.2 (eipalloc-2) belongs to i-0123456789abcdef0"));
        Assert.That(result.Changes.Select(change => change.Name), Has.None.EqualTo("Register-EC2Address"));
    }

    [Test]
    public void Host_waits_for_the_address_of_the_one_it_replaces()
    {
        var windows = NewMachine(GatewayMachine.OtherInstanceId, "i-0123456789abcdef0");
        windows.After(
            TimeSpan.FromMinutes(5), () => windows.Area<SimulatedCloud>().Addresses[0].InstanceId = null);

        var result = RunOn(windows).ToEnd();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Holders(windows), Is.EqualTo([GatewayMachine.InstanceId, "i-0123456789abcdef0"]));
    }

    [Test]
    public void Lost_answer_does_not_cost_a_second_address()
    {
        var windows = NewMachine();
        windows.Area<SimulatedCloud>().LosesAnswers = true;

        var result = RunOn(windows).ToEnd();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Holders(windows), Is.EqualTo([GatewayMachine.InstanceId, null]));
    }

    protected override SimulatedWindows NewMachine() => NewMachine(first: null);

    protected override bool IsReached(SimulatedWindows windows) =>
        Holders(windows).Contains(GatewayMachine.InstanceId);

    private static SimulatedWindows NewMachine(string? first, string? second = null)
    {
        var windows = GatewayMachine.Launched();
        windows.Area<SimulatedCloud>().Addresses.AddRange(
        [
            new("eipalloc-1", "203.0.113.1") { InstanceId = first },
            new("eipalloc-2", "203.0.113.2") { InstanceId = second },
        ]);
        return windows;
    }

    private static IEnumerable<string?> Holders(SimulatedWindows windows) =>
        windows.Area<SimulatedCloud>().Addresses.Select(address => address.InstanceId);
}
