using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Exchange servers and certificates that the tests of client access share.</summary>
internal static class ClientAccessMachines
{
    public const string Domain = "corp.example.com";
    public const string Name = "EXA1";
    public const string Fqdn = "EXA1.corp.example.com";

    /// <summary>A time between the simulated machine's clock and the end of most certificates.</summary>
    public static readonly DateTimeOffset End = new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The one that Setup made for the server.</summary>
    public static readonly X509Certificate2 OwnCertificate = NewCertificate($"CN={Name}", End);

    public static readonly X509Certificate2 Authority =
        NewCertificate("CN=Authority", End.AddYears(5), yearsValid: 9);

    /// <summary>The one for clients.</summary>
    public static readonly X509Certificate2 Given = NewCertificate("CN=mail.example.com", End, Authority);

    public static readonly X509Certificate2 Renewed =
        NewCertificate("CN=mail.example.com", End.AddYears(1), Authority);

    /// <summary>A server as Setup leaves it.</summary>
    public static SimulatedWindows Server()
    {
        var windows = new SimulatedWindows();
        var computer = windows.Area<SimulatedComputer>();
        (computer.Name, computer.Domain, computer.DomainRole) = (Name, Domain, 3);
        var exchange = windows.Area<SimulatedExchange>();
        exchange.Servers.Add(Name);
        exchange.ReadyAt = windows.Now + TimeSpan.FromSeconds(40);
        windows.Services.All["W3SVC"] = new("W3SVC") { StartType = "Automatic", Status = "Running" };
        windows.Area<SimulatedVirtualDirectories>().Create(Fqdn.ToLowerInvariant());
        SimulatedSites.Install(windows);
        windows.Area<SimulatedSites>().Add(Fqdn, OwnCertificate);

        var certificates = windows.Area<SimulatedServerCertificates>();
        var own = new SimulatedServerCertificate(OwnCertificate, HasPrivateKey: true);
        own.Services.UnionWith(["IIS", "SMTP"]);
        certificates.Store.Add(own);
        certificates.Internal = certificates.Served = certificates.CookieThumbprint =
            OwnCertificate.Thumbprint;
        return windows;
    }

    public static X509Certificate2 NewCertificate(
        string subject, DateTimeOffset end, X509Certificate2? issuer = null, int yearsValid = 3)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        if (issuer is null)
        {
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
            return request.CreateSelfSigned(end.AddYears(-yearsValid), end);
        }

        var serial = BitConverter.GetBytes(end.Ticks);
        using var certificate = request.Create(issuer, end.AddYears(-yearsValid), end, serial);
        return certificate.CopyWithPrivateKey(key);
    }

    /// <summary>A PFX of certificates, with their keys where they have one.</summary>
    public static byte[] Pfx(string password, params X509Certificate2[] certificates) =>
        new X509Certificate2Collection(certificates).Export(X509ContentType.Pfx, password)!;

    public static X509Certificate2 WithoutKey(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadCertificate(certificate.RawData);
}
