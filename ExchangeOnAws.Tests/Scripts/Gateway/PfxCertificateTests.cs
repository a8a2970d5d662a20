using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class PfxCertificateTests : ScriptSuite
{
    private const string Secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:pfx-AbCdEf";
    private const string PasswordSecret =
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:pfx-password-AbCdEf";
    private const string Password = "open-the-pfx-1!";
    private static readonly DateTimeOffset s_end = new(2028, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly (byte[] Bytes, string Thumbprint) s_pfx = NewPfx(s_end, Password);
    private static readonly (byte[] Bytes, string Thumbprint) s_renewed = NewPfx(s_end.AddYears(1), Password);

    protected override string Script => "Gateway/Set-GatewayCertificate";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["CertificateSecretArn"] = Secret,
        ["CertificatePasswordSecretArn"] = PasswordSecret,
        ["DnsName"] = "rdgw.example.com",
    };

    [Test]
    public void Renewed_certificate_takes_the_place_of_the_old()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Secrets.Add(Secret, s_renewed.Bytes);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Area<SimulatedGateway>().ServedThumbprint, Is.EqualTo(s_renewed.Thumbprint));
    }

    [Test]
    public void Service_can_read_the_key()
    {
        var result = RunOn(NewMachine()).ToEnd();

        Assert.That(
            result.Changes.Where(change => change.Name == "certutil.exe").Select(change => change.Arguments),
            Is.EqualTo([$"-repairstore My {s_pfx.Thumbprint} D:PAI(A;;GA;;;SY)(A;;GA;;;BA)(A;;GR;;;NS)"]));
    }

    [Test]
    public void Base64_text_without_a_password_is_a_pfx_too()
    {
        var windows = GatewayMachine.WithRole();
        var (bytes, thumbprint) = NewPfx(s_end, "");
        windows.Secrets.Add(Secret, Convert.ToBase64String(bytes));

        var result = Run(
            windows, new() { ["CertificateSecretArn"] = Secret, ["DnsName"] = "rdgw.example.com" });

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Area<SimulatedGateway>().ServedThumbprint, Is.EqualTo(thumbprint));
    }

    [Test]
    public void Wrong_password_is_reported_without_it()
    {
        var windows = NewMachine();
        windows.Secrets.Add(PasswordSecret, "another-password");

        var result = RunOn(windows).ToEnd();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            result.Failure,
            Does.Contain(Secret).And.Contain(PasswordSecret).And.Not.Contain("another-password"));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Ended_certificate_is_refused()
    {
        var windows = NewMachine();
        windows.Secrets.Add(Secret, NewPfx(new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero), Password).Bytes);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain("ended on 2026-10-01"));
        Assert.That(result.Changes, Is.Empty);
    }

    [Test]
    public void Secret_that_is_no_certificate_is_named()
    {
        var windows = GatewayMachine.WithRole();
        windows.Secrets.Add(Secret, "not base64 at all");

        var result = Run(
            windows, new() { ["CertificateSecretArn"] = Secret, ["DnsName"] = "rdgw.example.com" });

        Assert.That(
            result.Failure,
            Does.Contain(Secret).And.Contain("neither binary nor base64").And.Not.Contain("at all"));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = GatewayMachine.WithRole();
        windows.Secrets.Add(Secret, s_pfx.Bytes);
        windows.Secrets.Add(PasswordSecret, Password);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedGateway>() is { IsCurrent: true } gateway
            && gateway.ServedThumbprint == s_pfx.Thumbprint
        && !windows.Files.Exists(@"C:\ProgramData\ExchangeOnAws\Gateway");

    private RunResult Run(SimulatedWindows windows, Dictionary<string, string> parameters) =>
        ScriptRun.Of(Library, Script, windows, parameters).ToEnd();

    private static (byte[] Bytes, string Thumbprint) NewPfx(DateTimeOffset end, string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=rdgw.example.com, O=Example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(end.AddYears(-3), end);
        return (certificate.Export(X509ContentType.Pfx, password), certificate.Thumbprint);
    }
}
