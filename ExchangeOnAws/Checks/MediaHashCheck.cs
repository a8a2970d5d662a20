using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Tells that the installation media is known by its signature only.</summary>
internal sealed class MediaHashCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["mailbox.media.sha256"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        if (plan.Settings.Mailbox.Media.Sha256 is null)
        {
            yield return Finding.Info("mailbox.media.sha256", "mailbox.media.sha256 is not set, so the "
                + "installation media is checked by Microsoft's signature only. Set it to the image's "
                + "SHA-256 to pin one image.");
        }
    }
}
