using System.Security.Cryptography.X509Certificates;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;
using Machines = ExchangeOnAws.Tests.Scripts.ClientAccessMachines;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetServerCertificateTests : ScriptSuite
{
    private const string Secret = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:pfx-AbCdEf";
    private const string PasswordSecret =
        "arn:aws:secretsmanager:eu-west-1:111122223333:secret:pfx-password-AbCdEf";
    private const string Password = "open-the-pfx-1!";
    private static readonly DateTimeOffset s_end = Machines.End;

    protected override string Script => "ClientAccess/Set-ServerCertificate";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["CertificateSecretArn"] = Secret,
        ["CertificatePasswordSecretArn"] = PasswordSecret,
    };

    [Test]
    public void Renewed_certificate_takes_the_place_of_the_old_which_stays_in_the_store()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Secrets.Add(Secret, Machines.Pfx(Password, Machines.Renewed));

        var result = RunOn(windows).ToEnd();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(Certificates(windows).Served, Is.EqualTo(Machines.Renewed.Thumbprint));
        Assert.That(Certificates(windows).Find(Machines.Given.Thumbprint), Is.Not.Null);
        Assert.That(result.Text, Does.Contain(
            $"Clients get {Machines.Renewed.Thumbprint}; until now: {Machines.Given.Thumbprint}, which"));
        Assert.That(
            Certificates(windows).Internal, Is.EqualTo(Machines.OwnCertificate.Thumbprint));
    }

    [Test]
    public void Key_cannot_be_exported()
    {
        var result = RunOn(NewMachine()).ToEnd();

        Assert.That(
            result.Changes.Single(change => change.Name == "Import-ExchangeCertificate").Arguments,
            Does.Contain("-PrivateKeyExportable False"));
    }

    [Test]
    public void Certificate_that_somebody_imported_is_only_bound()
    {
        var windows = NewMachine();
        Certificates(windows).Store.Add(new(Machines.Given, HasPrivateKey: true));

        var result = RunOn(windows).ToEnd();

        Assert.That(IsReached(windows), Is.True, result.Text);
        Assert.That(
            result.Changes.Select(change => change.Name), Has.None.EqualTo("Import-ExchangeCertificate"));
    }

    /// <summary>An administrator who answered yes to the question of Exchange.</summary>
    [Test]
    public void Internal_mail_gets_the_servers_own_certificate_back()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        Certificates(windows).Internal = Machines.Given.Thumbprint;

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    /// <summary>Exchange lists the service of a binding that IIS has lost.</summary>
    [Test]
    public void Binding_that_was_changed_in_IIS_is_healed()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        var site = windows.Area<SimulatedSites>().Hosts[Machines.Fqdn];
        site.Chain[0] = Machines.OwnCertificate;

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(site.Chain[0].Thumbprint, Is.EqualTo(Machines.Given.Thumbprint));
    }

    [Test]
    public void Pfx_without_a_password_is_taken()
    {
        var windows = Machines.Server();
        windows.Secrets.Add(Secret, Machines.Pfx("", Machines.Given));
        var parameters = new Dictionary<string, string> { ["CertificateSecretArn"] = Secret };

        var result = ScriptRun.Of(Library, Script, windows, parameters).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Ended_certificate_is_refused() => AssertRefused(
        Machines.NewCertificate("CN=mail.example.com", new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero)),
        $"the certificate of secret {Secret} ended on 2026-10-01");

    [Test]
    public void Certificate_of_the_future_is_refused() => AssertRefused(
        Machines.NewCertificate(
            "CN=mail.example.com", new(2027, 12, 1, 0, 0, 0, TimeSpan.Zero), yearsValid: 1),
        $"the certificate of secret {Secret} begins on 2026-12-01");

    [Test]
    public void Two_server_certificates_are_refused()
    {
        var windows = NewMachine();
        var other = Machines.NewCertificate("CN=other.example.com", s_end, Machines.Authority);
        windows.Secrets.Add(
            Secret, Machines.Pfx(Password, Machines.Given, other, Machines.Authority));

        AssertRefused(windows, $"the PFX of secret {Secret} has 2 server certificates");
    }

    [Test]
    public void Wrong_password_is_reported_without_it()
    {
        var windows = NewMachine();
        windows.Secrets.Add(PasswordSecret, "another-password");

        AssertRefused(windows, $"secret {Secret} is no PFX that opens with the password of secret");
    }

    [Test]
    public void Certificate_without_its_key_is_not_bound()
    {
        var windows = NewMachine();
        windows.Secrets.Add(
            Secret, Machines.Pfx(Password, Machines.WithoutKey(Machines.Given)));

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain(
            $"certificate {Machines.Given.Thumbprint} is in the store without its private key"));
        Assert.That(
            Certificates(windows).Served, Is.EqualTo(Machines.OwnCertificate.Thumbprint));
    }

    /// <summary>Otherwise internal mail would be left with the certificate for clients.</summary>
    [Test]
    public void Server_without_a_certificate_of_its_own_is_refused_before_anything_is_bound()
    {
        var windows = NewMachine();
        var certificates = Certificates(windows);
        certificates.Store.Clear();
        certificates.Internal = "";

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain("EXA1 has no valid certificate of its own"));
        Assert.That(
            result.Changes.Select(change => change.Name), Has.None.EqualTo("Enable-ExchangeCertificate"));
    }

    /// <summary>Exchange binds no certificate that has ended, so it could not be taken back.</summary>
    [Test]
    public void Ended_certificate_of_the_server_is_refused_before_anything_is_bound()
    {
        var windows = NewMachine();
        var ended = Machines.NewCertificate("CN=EXA1", new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero));
        Certificates(windows).Store[0] = new(ended, HasPrivateKey: true);
        Certificates(windows).Internal = ended.Thumbprint;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain("EXA1 has no valid certificate of its own"));
        Assert.That(
            result.Changes.Select(change => change.Name), Has.None.EqualTo("Enable-ExchangeCertificate"));
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = Machines.Server();
        windows.Secrets.Add(Secret, Machines.Pfx(Password, Machines.Given, Machines.Authority));
        windows.Secrets.Add(PasswordSecret, Password);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows)
    {
        var certificates = Certificates(windows);
        return certificates.Served == Machines.Given.Thumbprint
            && certificates.CookieThumbprint == Machines.Given.Thumbprint
            && certificates.Internal == Machines.OwnCertificate.Thumbprint
            && certificates.Find(Machines.Given.Thumbprint) is { HasPrivateKey: true } item
            && item.Services.SetEquals(["IIS", "SMTP"]);
    }

    private void AssertRefused(X509Certificate2 certificate, string reason)
    {
        var windows = NewMachine();
        windows.Secrets.Add(Secret, Machines.Pfx(Password, certificate));
        AssertRefused(windows, reason);
    }

    private void AssertRefused(SimulatedWindows windows, string reason)
    {
        var result = RunOn(windows).ToEnd();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(result.Failure, Does.Contain(reason));
        Assert.That(result.Changes, Is.Empty);
    }

    private static SimulatedServerCertificates Certificates(SimulatedWindows windows) =>
        windows.Area<SimulatedServerCertificates>();
}
