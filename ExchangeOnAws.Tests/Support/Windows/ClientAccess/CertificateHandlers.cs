using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A certificate of the machine's personal store.</summary>
public sealed record SimulatedCertificate(
    string Thumbprint, string Subject, string Issuer, DateTime NotAfter, bool HasPrivateKey);

/// <summary>Cert:\LocalMachine\My.</summary>
public sealed class SimulatedCertificates
{
    public List<SimulatedCertificate> Personal { get; } = [];
}

/// <summary>Certificates.</summary>
public sealed class CertificateHandlers : HandlerGroup
{
    private const string Store = @"Cert:\LocalMachine\My";

    public override IEnumerable<Handler> Handlers =>
    [
        On("Cert:", Reads("Get-ChildItem", call => In(call, call.Path).Personal.Select(Show))),
        Changes("New-SelfSignedCertificate", MakeSelfSigned),
        Changes("Import-PfxCertificate", Import),
    ];

    private static SimulatedCertificates In(Call call, string store) => store == Store
        ? call.Windows.Area<SimulatedCertificates>()
        : throw CommandException.Terminating($"The bench has no store {store}.");

    private static object Show(SimulatedCertificate certificate) => Record.Of(
        ("Thumbprint", certificate.Thumbprint), ("Subject", certificate.Subject),
        ("Issuer", certificate.Issuer),
        ("NotAfter", certificate.NotAfter), ("HasPrivateKey", certificate.HasPrivateKey));

    private static object MakeSelfSigned(Call call)
    {
        var store = In(call, call.Text("CertStoreLocation")).Personal;
        var subject = $"CN={call.Texts("DnsName")[0]}";
        var end = call.Value("NotAfter") is DateTime given ? given : call.Windows.Now.AddYears(1);
        store.Add(new(
            $"{store.Count:X4}{call.Windows.Now:yyyyMMddHHmmss}", subject, subject, end,
            HasPrivateKey: true));
        return Show(store[^1]);
    }

    private static object Import(Call call)
    {
        // Set-Content -Encoding Byte: the bench keeps one number a line.
        var bytes = call.Windows.Files.Read(call.Text("FilePath"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(byte.Parse).ToArray();
        var password = new System.Net.NetworkCredential("", (SecureString?)call.Value("Password")).Password;
        try
        {
            using var pfx = X509CertificateLoader.LoadPkcs12(bytes, password);
            var certificate = new SimulatedCertificate(
                pfx.Thumbprint, pfx.Subject, pfx.Issuer, pfx.NotAfter, pfx.HasPrivateKey);
            var store = In(call, call.Text("CertStoreLocation")).Personal;
            store.RemoveAll(other => other.Thumbprint == certificate.Thumbprint);
            store.Add(certificate);
            return Show(certificate);
        }
        catch (CryptographicException)
        {
            throw CommandException.Terminating(
                "The PFX file you are trying to import requires either a different password "
                    + "or membership in an Active Directory principal to which it is protected.");
        }
    }
}
