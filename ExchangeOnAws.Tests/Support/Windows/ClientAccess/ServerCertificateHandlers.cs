using System.Collections;
using System.Management.Automation;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A certificate of the server's store, as Exchange shows it.</summary>
public sealed record SimulatedServerCertificate(X509Certificate2 Certificate, bool HasPrivateKey)
{
    public SortedSet<string> Services { get; } = [];
}

/// <summary>The certificates of an Exchange server and what uses them.</summary>
public sealed class SimulatedServerCertificates
{
    public List<SimulatedServerCertificate> Store { get; } = [];

    /// <summary>The one for TLS between the Exchange servers.</summary>
    public string Internal { get; set; } = "";

    /// <summary>The one on port 443.</summary>
    public string Served { get; set; } = "";

    /// <summary>The one that IIS started with; cookies are encrypted with it.</summary>
    public string CookieThumbprint { get; set; } = "";

    public SimulatedServerCertificate? Find(string thumbprint) =>
        Store.FirstOrDefault(item => item.Certificate.Thumbprint == thumbprint);
}

public sealed class ServerCertificateHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-ExchangeCertificate", call => Of(call).Store.Select(Show)),
        Reads("Get-TransportService", call => Record.Of(
            ("Name", call.Text("Identity")), ("InternalTransportCertificateThumbprint", Of(call).Internal))),
        Changes("Import-ExchangeCertificate", Import),
        Changes("Enable-ExchangeCertificate", Enable),
        Changes("Restart-Service", call =>
        {
            call.Windows.Services.Get("W3SVC").Status = "Running";
            Of(call, isShell: false).CookieThumbprint = Of(call, isShell: false).Served;
        }) with
        {
            When = call => call.Text("Name") == "W3SVC",
        },
    ];

    private static SimulatedServerCertificates Of(Call call, bool isShell = true)
    {
        if (isShell)
        {
            ExchangeShellHandlers.Exchange(call);
        }

        return call.Windows.Area<SimulatedServerCertificates>();
    }

    private static PSObject Show(SimulatedServerCertificate item) => Record.Of(
        ("Thumbprint", item.Certificate.Thumbprint), ("Subject", item.Certificate.Subject),
        ("NotAfter", item.Certificate.NotAfter), ("HasPrivateKey", item.HasPrivateKey),
        ("IsSelfSigned", item.Certificate.Subject == item.Certificate.Issuer),
        ("Services", new ExchangeText(string.Join(", ", item.Services))));

    private static object? Import(Call call)
    {
        var bytes = ((IEnumerable)call.Value("FileData")!).Cast<object>()
            .Select(item => (byte)Call.Unwrap(item)!).ToArray();
        var password = new System.Net.NetworkCredential("", (SecureString?)call.Value("Password")).Password;
        X509Certificate2 certificate;
        try
        {
            certificate = X509CertificateLoader.LoadPkcs12(bytes, password);
        }
        catch (CryptographicException)
        {
            throw new CommandException("Cannot import certificate: the data or the password isn't right.");
        }

        if (Of(call).Find(certificate.Thumbprint) is not null)
        {
            throw new CommandException($"A certificate with thumbprint {certificate.Thumbprint} exists.");
        }

        Of(call).Store.Add(new(certificate, certificate.HasPrivateKey));
        return Show(Of(call).Store[^1]);
    }

    private static void Enable(Call call)
    {
        var certificates = Of(call);
        var thumbprint = call.Text("Thumbprint");
        if (certificates.Find(thumbprint) is not { HasPrivateKey: true } item
            || item.Certificate.NotAfter <= call.Windows.Now)
        {
            throw new CommandException($"The certificate {thumbprint} isn't valid for Exchange Server.");
        }

        foreach (var service in call.Text("Services").Split(','))
        {
            if (service == "SMTP")
            {
                // It asks; nobody answers, and -Confirm is not about this question.
                certificates.Internal = call.Flag("Force") || certificates.Internal == thumbprint
                    ? thumbprint
                    : throw CommandException.Terminating(
                        "Windows PowerShell is in NonInteractive mode: overwrite the default certificate?");
            }
            else
            {
                certificates.Served = thumbprint;
                var computer = call.Windows.Area<SimulatedComputer>();
                var site = call.Windows.Area<SimulatedSites>().Hosts[$"{computer.Name}.{computer.Domain}"];
                site.Chain.Clear();
                site.Chain.Add(item.Certificate);
            }

            item.Services.Add(service);
        }
    }
}
