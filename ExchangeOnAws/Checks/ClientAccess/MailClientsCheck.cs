using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;

namespace ExchangeOnAws.Checks;

/// <summary>Tells that Exchange serves IMAP and POP only once somebody has started them.</summary>
internal sealed class MailClientsCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["clientAccess.extraPorts"];

    // Microsoft, "POP3 and IMAP4 in Exchange Server" (2021): both are off after setup.
    private static readonly (int Port, string Service, string Certificate)[] s_services =
        [(993, "MSExchangeIMAP4", "IMAP"), (995, "MSExchangePOP3", "POP")];

    public IEnumerable<Finding> Run(DeploymentPlan plan) => s_services
        .Where(service => plan.Settings.ClientAccess.ExtraPorts.Contains(service.Port))
        .Select(service => Finding.Warning("clientAccess.extraPorts", "clientAccess.extraPorts contains "
            + $"{service.Port}, and Exchange's {service.Certificate} services are off after setup. Once "
            + $"members are installed, set {service.Service} and {service.Service}BE to automatic on each, "
            + $"start them, and run Enable-ExchangeCertificate -Services {service.Certificate}."));
}
