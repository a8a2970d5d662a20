using System.Collections;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>What AWS Certificate Manager exports, by ARN.</summary>
public sealed class SimulatedCertificateManager
{
    /// <summary>The certificate with its key, and then those of its authorities.</summary>
    public Dictionary<string, X509Certificate2[]> ByArn { get; } = [];

    /// <summary>How the key is encrypted; what ACM does unless a test says otherwise.</summary>
    /// <remarks>
    /// PKCS #8, PBES2, PBKDF2 with HMAC-SHA-1 and AES-256-CBC: hashicorp/terraform-provider-aws, pull request
    /// 45655.
    /// </remarks>
    public PbeParameters Encryption { get; set; } =
        new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA1, 2048);

    public int Exports { get; set; }
}

public sealed class CertificateManagerHandlers : HandlerGroup
{
    // API reference, ExportCertificate: 4 to 128 characters, none of # $ %.
    private const string Refused = "#$%";

    public override IEnumerable<Handler> Handlers => [Reads("Export-ACMCertificate", Export)];

    private static object Export(Call call)
    {
        var manager = call.Windows.Area<SimulatedCertificateManager>();
        var arn = call.Text("CertificateArn");
        if (call.Text("Region") != arn.Split(':')[3] || !manager.ByArn.TryGetValue(arn, out var certificates))
        {
            throw CommandException.Terminating($"Could not find certificate {arn}.");
        }

        // It asks before it hands out a key; nobody answers.
        if (!call.Flag("Force"))
        {
            throw CommandException.Terminating("Windows PowerShell is in NonInteractive mode.");
        }

        byte[] bytes = [.. ((IEnumerable)call.Value("Passphrase")!).Cast<object>()
            .Select(item => (byte)Call.Unwrap(item)!)];
        var passphrase = Encoding.ASCII.GetString(bytes);
        if (passphrase.Length is < 4 or > 128 || passphrase.Any(Refused.Contains))
        {
            throw CommandException.Terminating("The passphrase is not valid.");
        }

        manager.Exports++;
        var key = Key(certificates[0], passphrase, manager.Encryption);
        call.Windows.Secrets.Values.AddRange([passphrase, key]);
        return Record.Of(
            ("Certificate", certificates[0].ExportCertificatePem()),
            ("CertificateChain",
                string.Join("\n", certificates[1..].Select(one => one.ExportCertificatePem()))),
            ("PrivateKey", key));
    }

    private static string Key(X509Certificate2 certificate, string passphrase, PbeParameters encryption)
    {
        using AsymmetricAlgorithm key = certificate.GetRSAPrivateKey() is { } rsa
            ? rsa
            : certificate.GetECDsaPrivateKey()!;
        return key.ExportEncryptedPkcs8PrivateKeyPem(passphrase, encryption);
    }
}
