using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class SecretRegionCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new SecretRegionCheck();

    private const string Elsewhere = "arn:aws:secretsmanager:us-east-1:123456789012:secret:mail-AbCdEf";

    [Test]
    public void Secret_of_another_region_is_an_error_without_its_arn() => AssertSays(
        Plans.WithClientAccess(access => access with { CertificateSecretArn = Elsewhere }),
        Finding.Error("clientAccess.certificateSecretArn", "clientAccess.certificateSecretArn names a secret "
            + "in us-east-1 and aws:region is eu-west-1; servers read secrets of their own region. Replicate "
            + "the secret to eu-west-1 and set the replica's ARN."));

    [Test]
    public void Every_secret_is_looked_at() => Assert.That(
        Run(Plans.With(settings => settings with
        {
            Directory = settings.Directory with
            {
                Existing = Plans.ExistingDirectory with
                {
                    JoinSecretArn = Elsewhere,
                    SetupSecretArn = Elsewhere,
                },
            },
            Gateway = settings.Gateway with
            {
                CertificateSecretArn = Elsewhere,
                CertificatePasswordSecretArn = Elsewhere,
            },
            Mailbox = settings.Mailbox with { ProductKeySecretArn = Elsewhere },
            ClientAccess = settings.ClientAccess with { CertificatePasswordSecretArn = Elsewhere },
            MailFlow = new()
            {
                SmartHost = settings.MailFlow.SmartHost! with { CredentialsSecretArn = Elsewhere },
            },
        })).Select(finding => finding.Subject),
        Is.EqualTo(new[]
        {
            "directory.existing.joinSecretArn", "directory.existing.setupSecretArn",
            "gateway.certificateSecretArn", "gateway.certificatePasswordSecretArn",
            "mailbox.productKeySecretArn", "clientAccess.certificatePasswordSecretArn",
            "mailFlow.smartHost.credentialsSecretArn",
        }));
}
