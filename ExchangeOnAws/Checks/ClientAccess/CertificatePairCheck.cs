using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>A certificate's file and its password come together.</summary>
internal sealed class CertificatePairCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } =
    [
        "clientAccess.certificateSecretArn", "clientAccess.certificatePasswordSecretArn",
        "gateway.certificateSecretArn", "gateway.certificatePasswordSecretArn",
    ];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var (access, gateway) = (plan.Settings.ClientAccess, plan.Settings.Gateway);
        return
        [
            .. Look("clientAccess", access.CertificateSecretArn, access.CertificatePasswordSecretArn),
            .. Look("gateway", gateway.CertificateSecretArn, gateway.CertificatePasswordSecretArn),
        ];
    }

    private static IEnumerable<Finding> Look(string area, string? certificate, string? password)
    {
        var certificateKey = $"{area}.certificateSecretArn";
        var passwordKey = $"{area}.certificatePasswordSecretArn";
        if (certificate is not null && password is null)
        {
            yield return Finding.Error(passwordKey, $"{passwordKey} is not set and {certificateKey} is; a "
                + $"PFX file opens with its password only. Set {passwordKey} to the ARN of the password's "
                + "secret.");
        }

        if (certificate is null && password is not null)
        {
            yield return Finding.Error(certificateKey, $"{certificateKey} is not set and {passwordKey} is; "
                + $"there is no PFX file to open. Set {certificateKey}, or remove {passwordKey}.");
        }
    }
}
