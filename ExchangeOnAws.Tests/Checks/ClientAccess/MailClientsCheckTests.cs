using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class MailClientsCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new MailClientsCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
        [Plans.TwoZones, Plans.WithClientAccess(access => access with { ExtraPorts = [25, 587] })];

    [TestCase(993, "MSExchangeIMAP4", "IMAP")]
    [TestCase(995, "MSExchangePOP3", "POP")]
    public void Protocol_that_is_off_is_told(int port, string service, string certificate) => AssertSays(
        Plans.WithClientAccess(access => access with { ExtraPorts = [port] }),
        Finding.Warning("clientAccess.extraPorts", $"clientAccess.extraPorts contains {port}, and Exchange's "
            + $"{certificate} services are off after setup. Once members are installed, set {service} and "
            + $"{service}BE to automatic on each, start them, and run Enable-ExchangeCertificate -Services "
            + $"{certificate}."));
}
