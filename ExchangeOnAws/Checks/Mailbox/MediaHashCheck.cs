using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Tells that the installation media is known by its signature only.</summary>
internal sealed class MediaHashCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["mailbox.media"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Settings.Mailbox.Media.Sha256 is not null)
        {
            yield break;
        }

        var media = plan.Mailbox.Media;
        yield return media.Source is null || media.S3Object is not null
            ? Finding.Warning("mailbox.media.sha256", "mailbox.media.sha256 is not set, so whoever can write "
                + "to the bucket decides what is installed, beyond the signed setup itself. Set it to the "
                + "image's SHA-256.")
            : Finding.Info("mailbox.media.sha256", "mailbox.media.sha256 is not set, so the installation "
                + "media is checked by Microsoft's signature only. Set it to the image's SHA-256 to pin one "
                + "image.");
    }
}
