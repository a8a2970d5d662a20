using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;
using Machines = ExchangeOnAws.Tests.Scripts.MailFlow.MailFlowMachines;

namespace ExchangeOnAws.Tests.Scripts.MailFlow;

public sealed class SetMessageLimitsTests : ScriptSuite
{
    private const string Inbound = "EdgeSync - Inbound to SITE";

    protected override string Script => "MailFlow/Set-MessageLimits";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["MaximumMessageMiB"] = "36",
        ["EdgeSite"] = "SITE",
    };

    [Test]
    public void Limits_of_an_organization_of_others_stay()
    {
        var windows = NewMachine();

        var result = Run(windows, new(Parameters) { ["SharedOrganization"] = "true" });

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Machines.Flow(windows).MaxSendSize, Is.EqualTo(10 << 20));
        Assert.That(Machines.Flow(windows).Send[0].MaxMessageSize, Is.EqualTo(36 << 20));
    }

    [Test]
    public void Edge_server_has_limits_of_its_own()
    {
        var windows = Machines.EdgeServer();

        var result = Run(windows, new() { ["MaximumMessageMiB"] = "36" });

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Machines.Flow(windows).MaxReceiveSize, Is.EqualTo(36 << 20));
        Assert.That(Run(windows, new() { ["MaximumMessageMiB"] = "36" }).Changes, Is.Empty);
    }

    [Test]
    public void Site_without_a_subscription_is_named()
    {
        var windows = NewMachine();

        var result = Run(windows, new(Parameters) { ["EdgeSite"] = "OTHER" });

        Assert.That(result.Failure, Does.Contain("there is no send connector EdgeSync - Inbound to OTHER"));
        Assert.That(Machines.Flow(windows).Send[0].MaxMessageSize, Is.EqualTo(10 << 20));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = Machines.Member();
        Machines.Flow(windows).Send.AddRange(
            [new(Inbound), new("EdgeSync - SITE to Internet"), new("Outbound")]);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        Machines.Flow(windows) is { MaxSendSize: 36 << 20, MaxReceiveSize: 36 << 20 } flow
        && flow.Send.Select(connector => connector.MaxMessageSize >> 20).SequenceEqual([36, 36, 10]);

    private RunResult Run(SimulatedWindows windows, Dictionary<string, string> parameters) =>
        ScriptRun.Of(Library, Script, windows, parameters).ToEnd();
}
