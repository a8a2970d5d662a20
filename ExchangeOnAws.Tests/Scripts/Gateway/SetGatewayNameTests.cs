using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetGatewayNameTests : ScriptSuite
{
    protected override string Script => "Gateway/Set-GatewayName";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["NamePrefix"] = "RDGW" };

    [Test]
    public void Longest_prefix_makes_a_netbios_name()
    {
        var windows = NewMachine();

        ScriptRun.Of(Library, Script, windows, new Dictionary<string, string> { ["NamePrefix"] = "RDGATE" })
            .ToEnd();

        Assert.That(
            windows.Area<SimulatedComputer>().Name, Is.EqualTo("RDGATE-e5f60718").And.Length.EqualTo(15));
    }

    [Test]
    public void Member_of_a_domain_is_not_renamed()
    {
        var windows = NewMachine();
        windows.Area<SimulatedComputer>().Domain = "corp.example.com";

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure,
            Does.Contain("EC2AMAZ-TEST is a member of corp.example.com").And.Contain(GatewayMachine.Name));
    }

    protected override SimulatedWindows NewMachine() => GatewayMachine.Launched();

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedComputer>().Name == GatewayMachine.Name;
}
