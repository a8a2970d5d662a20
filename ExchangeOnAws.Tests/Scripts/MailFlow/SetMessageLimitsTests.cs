using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;
using Machines = ExchangeOnAws.Tests.Scripts.MailFlowMachines;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetMessageLimitsTests : ScriptSuite
{
    private const string Inbound = "EdgeSync - Inbound to SITE";

    protected override string Script => "MailFlow/Set-MessageLimits";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["MaximumMessageMiB"] = "36",
        ["EdgeSite"] = "SITE",
    };

    private static Dictionary<string, string> InExistingDomain => new()
    {
        ["MaximumMessageMiB"] = "36",
        ["EdgeSite"] = "SITE",
        ["SharedOrganization"] = "true",
        ["Members"] = "EXA1,EXB1",
        ["EdgeServers"] = "EDGEA1.example.com",
    };

    [TestCase(10, true)]
    [TestCase(50, false)]
    public void Limits_of_an_organization_of_others_stay_and_smaller_ones_are_told(int limit, bool isTold)
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Servers.Add("OLDEX1");
        var flow = Machines.Flow(windows);
        (flow.MaxSendSize, flow.MaxReceiveSize) = (limit << 20, 100 << 20);

        var result = Run(windows, InExistingDomain);

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(flow.MaxSendSize, Is.EqualTo(limit << 20));
        Assert.That(flow.Send[0].MaxMessageSize, Is.EqualTo(36 << 20));
        var told = result.Output.Where(line =>
            line.Contains("Warning: MaxSendSize of the organisation is 10 MB", StringComparison.Ordinal));
        Assert.That(told, isTold ? Is.Not.Empty : Is.Empty, result.Text);
        Assert.That(result.Text, Does.Not.Contain("MaxReceiveSize"));
    }

    /// <summary>An existing domain, where nobody has had Exchange before.</summary>
    [Test]
    public void Existing_domain_with_our_servers_only_is_ours()
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Servers.Add("EDGEA1");

        Run(windows, InExistingDomain);

        Assert.That(IsReached(windows), Is.True);
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
