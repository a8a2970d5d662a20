using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SelfSignedCertificateTests : ScriptSuite
{
    protected override string Script => "Gateway/Set-GatewayCertificate";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["DnsName"] = "rdgw.example.com" };

    [TestCase(31, 1)]
    [TestCase(29, 2)]
    public void Certificate_is_kept_while_it_is_valid_for_thirty_days(int daysLeft, int certificates)
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        var certificate = Store(windows).Personal.Single();
        Store(windows).Personal[0] = certificate with { NotAfter = windows.Now.AddDays(daysLeft) };

        var result = RunOn(windows).ToEnd();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Store(windows).Personal, Has.Count.EqualTo(certificates));
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Certificate_that_the_gateway_does_not_present_yet_is_used()
    {
        var windows = NewMachine();
        Store(windows).Personal.Add(
            new(
                "ABCD", "CN=rdgw.example.com", "CN=rdgw.example.com", windows.Now.AddYears(1),
                HasPrivateKey: true));

        RunOn(windows).ToEnd();

        Assert.That(windows.Area<SimulatedGateway>().ServedThumbprint, Is.EqualTo("ABCD"));
    }

    [Test]
    public void Certificate_of_another_name_or_issuer_is_not_used()
    {
        var windows = NewMachine();
        var end = windows.Now.AddYears(1);
        Store(windows).Personal.AddRange(
        [
            new("A", "CN=other.example.com", "CN=other.example.com", end, HasPrivateKey: true),
            new("B", "CN=rdgw.example.com", "CN=Authority", end, HasPrivateKey: true),
            new("C", "CN=rdgw.example.com", "CN=rdgw.example.com", end, HasPrivateKey: false),
        ]);

        RunOn(windows).ToEnd();

        Assert.That(Store(windows).Personal, Has.Count.EqualTo(4));
        Assert.That(
            windows.Area<SimulatedGateway>().ServedThumbprint,
            Is.EqualTo(Store(windows).Personal[3].Thumbprint));
    }

    protected override SimulatedWindows NewMachine() => GatewayMachine.WithRole();

    protected override bool IsReached(SimulatedWindows windows) =>
        Store(windows).Personal.Any(certificate => certificate.Subject == "CN=rdgw.example.com"
            && certificate.NotAfter > windows.Now.AddDays(30)
            && certificate.Thumbprint == windows.Area<SimulatedGateway>().ServedThumbprint);

    private static SimulatedCertificates Store(SimulatedWindows windows) =>
        windows.Area<SimulatedCertificates>();
}
