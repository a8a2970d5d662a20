using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>From the Edge Transport server through the secret to the organisation.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class WholeSubscriptionTests
{
    [Test]
    public void Server_is_subscribed_and_its_file_is_nowhere()
    {
        var (edge, member) = Machines();

        var made = Make(edge).ToEnd();
        var secret = SubscriptionMachines.Secret(edge);
        var traces = edge.Secrets.Values.ToArray();
        Assert.That(secret, Has.Count.EqualTo(1), made.Text);
        Assert.That(traces, Has.Member(secret[0].Text));
        var imported = Import(member).ToEnd();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(made.ExitCode, Is.Zero, made.Text);
        Assert.That(imported.ExitCode, Is.Zero, imported.Text);
        Assert.That(edge.Area<SimulatedHandover>().Secrets.Readable, Is.EqualTo(["{}", "{}"]));
        Assert.That(edge.Area<SimulatedEdge>().AcceptedDomains, Is.EqualTo(["example.com"]), "synchronised");
        var places = LeakSearch.Places(edge, made).Concat(LeakSearch.Places(member, imported));
        foreach (var (place, text) in places)
        {
            Assert.That(traces.Any(trace => text.Contains(trace, StringComparison.Ordinal)), Is.False, place);
        }

        Assert.That(Start(edge).ToEnd().ExitCode, Is.Zero);
        Assert.That(edge.Services.Get(SimulatedEdge.Transport).Status, Is.EqualTo("Running"));
        Assert.That(Make(edge).ToEnd().Changes, Is.Empty);
        Assert.That(Import(member).ToEnd().Changes, Is.Empty);
    }

    /// <summary>The message of the import leads out of it.</summary>
    [Test]
    public void File_that_was_imported_too_late_is_renewed()
    {
        var (edge, member) = Machines();
        Make(edge).ToEnd();
        edge.Advance(TimeSpan.FromHours(30));
        member.Advance(TimeSpan.FromHours(30));
        Assert.That(Import(member).ToEnd().Failure, Does.Contain("edgea1-subscription-file again"));

        Assert.That(Make(edge).ToEnd().ExitCode, Is.Zero);
        Assert.That(Import(member).ToEnd().ExitCode, Is.Zero);

        Assert.That(edge.Area<SimulatedHandover>().Secrets.Readable, Is.EqualTo(["{}", "{}"]));
    }

    private static (SimulatedWindows Edge, SimulatedWindows Member) Machines()
    {
        var edge = SubscriptionMachines.Edge();
        return (edge, SubscriptionMachines.Member(
            edge.Area<SimulatedEdge>(), edge.Area<SimulatedHandover>().Secrets));
    }

    private static ScriptRun Make(SimulatedWindows edge) =>
        SubscriptionMachines.Run(SubscriptionMachines.FileScript, edge, SubscriptionMachines.FileParameters);

    private static ScriptRun Start(SimulatedWindows edge) =>
        SubscriptionMachines.Run("Edge/Start-EdgeTransport", edge, []);

    private static ScriptRun Import(SimulatedWindows member) =>
        SubscriptionMachines.Run(
            SubscriptionMachines.ImportScript, member, SubscriptionMachines.ImportParameters);
}
