using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;
using Machines = ExchangeOnAws.Tests.Scripts.ClientAccessMachines;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>The same step with a certificate that ACM renews.</summary>
public sealed class FetchServerCertificateTests : ScriptSuite
{
    private const string Arn =
        "arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012";

    protected override string Script => "ClientAccess/Set-ServerCertificate";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string> { ["CertificateArn"] = Arn };

    [Test]
    public void Key_arrives_whole_in_a_classic_provider_and_leaves_no_container()
    {
        var windows = NewMachine();

        var result = RunOn(windows).ToEnd();

        var containers = windows.Area<SimulatedKeyContainers>();
        var stored = Certificates(windows).Find(Machines.Given.Thumbprint)!.Certificate;
        using var scope = Assert.EnterMultipleScope();
        Assert.That(containers.Providers, Is.Not.Empty);
        Assert.That(
            containers.Providers,
            Is.All.EqualTo("12 Microsoft RSA SChannel Cryptographic Provider key 1"), result.Text);
        Assert.That(containers.All, Is.Empty);
        Assert.That(
            stored.GetRSAPrivateKey()!.ExportParameters(true).D,
            Is.EqualTo(Machines.Given.GetRSAPrivateKey()!.ExportParameters(true).D));
        Assert.That(windows.Area<SimulatedCertificateManager>().Exports, Is.EqualTo(1));
    }

    [Test]
    public void Renewed_certificate_is_taken_by_the_next_run_without_a_deployment()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        Offer(windows, Machines.Renewed, Machines.Authority);

        var result = RunOn(windows).ToEnd();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Certificates(windows).Served, Is.EqualTo(Machines.Renewed.Thumbprint));
        Assert.That(Certificates(windows).Internal, Is.EqualTo(Machines.OwnCertificate.Thumbprint));
        Assert.That(Certificates(windows).Find(Machines.Given.Thumbprint), Is.Not.Null);
    }

    [TestCase(PbeEncryptionAlgorithm.Aes128Cbc, "SHA256")]
    [TestCase(PbeEncryptionAlgorithm.Aes192Cbc, "SHA384")]
    [TestCase(PbeEncryptionAlgorithm.Aes256Cbc, "SHA512")]
    [TestCase(PbeEncryptionAlgorithm.Aes256Cbc, "SHA1")]
    public void Key_is_read_however_the_standard_encrypts_it(PbeEncryptionAlgorithm cipher, string digest)
    {
        var windows = NewMachine();
        windows.Area<SimulatedCertificateManager>().Encryption = new(cipher, new(digest), 1000);

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [TestCase(2048)]
    [TestCase(4096)]
    public void Every_key_length_is_read(int bits)
    {
        using var key = RSA.Create(bits);

        AssertTaken(key);
    }

    /// <summary>DER leaves out the zeros in front of a number, and .NET takes none without them.</summary>
    [Test]
    public void Number_that_begins_with_zero_is_read()
    {
        using var key = Enumerable.Range(0, 2000).Select(_ => RSA.Create(1024)).First(HasShortNumber);

        AssertTaken(key);
    }

    private static bool HasShortNumber(RSA key)
    {
        var numbers = key.ExportParameters(true);
        return new[] { numbers.D, numbers.DP, numbers.DQ, numbers.InverseQ }.Any(number => number![0] == 0);
    }

    private void AssertTaken(RSA key)
    {
        var request = new CertificateRequest(
            "CN=mail.example.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var windows = NewMachine();
        var certificate = request.CreateSelfSigned(Machines.End.AddYears(-2), Machines.End);
        Offer(windows, certificate);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Certificates(windows).Served, Is.EqualTo(certificate.Thumbprint));
    }

    [Test]
    public void Elliptic_key_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=mail.example.com", key, HashAlgorithmName.SHA256);

        AssertRefused(
            request.CreateSelfSigned(Machines.End.AddYears(-2), Machines.End),
            "cannot be used: its key is not RSA, and Exchange needs one that is");
    }

    [Test]
    public void Ended_certificate_is_refused() => AssertRefused(
        Machines.NewCertificate("CN=mail.example.com", new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero)),
        $"certificate {Arn} ended on 2026-10-01, and ACM has not renewed it");

    [Test]
    public void Certificate_of_the_future_is_refused() => AssertRefused(
        Machines.NewCertificate(
            "CN=mail.example.com", new(2027, 12, 1, 0, 0, 0, TimeSpan.Zero), yearsValid: 1),
        $"certificate {Arn} begins on 2026-12-01");

    [TestCase("", "")]
    [TestCase(Arn, "arn:aws:secretsmanager:eu-west-1:111122223333:secret:pfx-AbCdEf")]
    public void Exactly_one_source_is_taken(string certificate, string secret)
    {
        var parameters = new Dictionary<string, string>
        {
            ["CertificateArn"] = certificate,
            ["CertificateSecretArn"] = secret,
        };

        var result = ScriptRun.Of(Library, Script, NewMachine(), parameters).ToEnd();

        Assert.That(result.Failure, Does.Contain("are both set or both empty. Give one of them a value."));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = Machines.Server();
        Offer(windows, Machines.Given, Machines.Authority);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows)
    {
        var certificates = Certificates(windows);
        return certificates.Served == Machines.Given.Thumbprint
            && certificates.CookieThumbprint == Machines.Given.Thumbprint
            && certificates.Internal == Machines.OwnCertificate.Thumbprint
            && certificates.Find(Machines.Given.Thumbprint) is { HasPrivateKey: true } item
            && item.Services.SetEquals(["IIS", "SMTP"])
            && windows.Area<SimulatedKeyContainers>().All.Count == 0;
    }

    private void AssertRefused(X509Certificate2 certificate, string reason)
    {
        var windows = NewMachine();
        Offer(windows, certificate);

        var result = RunOn(windows).ToEnd();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.Failure, Does.Contain(reason));
        Assert.That(result.Changes, Is.Empty);
    }

    private static void Offer(SimulatedWindows windows, params X509Certificate2[] certificates) =>
        windows.Area<SimulatedCertificateManager>().ByArn[Arn] = certificates;

    private static SimulatedServerCertificates Certificates(SimulatedWindows windows) =>
        windows.Area<SimulatedServerCertificates>();
}
