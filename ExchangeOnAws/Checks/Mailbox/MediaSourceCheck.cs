using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Tells that the installation media has to be brought when Microsoft's has no address.</summary>
internal sealed class MediaSourceCheck : ICheck
{
    public IReadOnlyList<string> Subjects { get; } = ["mailbox.media.source", "mailbox.version"];

    public IEnumerable<Finding> Run(DeploymentPlan plan)
    {
        var media = plan.Mailbox.Media;
        if (media.Source is null)
        {
            yield return Finding.Warning("mailbox.media.source", "mailbox.media.source is not set, and "
                + $"{plan.Mailbox.Release.Name} has no public address that lasts. Set it to an https:// or "
                + $"s3:// address, or copy the image to media/{media.FileName} in the bucket storageBucket "
                + "of the stack's outputs; the step that fetches it says so until it is there.");
        }
    }
}
