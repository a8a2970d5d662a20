using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>What the members of the cluster are made of.</summary>
public sealed record MailboxPlan
{
    public required ExchangeRelease Release { get; init; }

    public required MediaPlan Media { get; init; }

    /// <summary>The image of members and witness.</summary>
    public required ImagePlan Image { get; init; }

    /// <summary>The system volume of a member, in GiB.</summary>
    public required int RootVolumeGiB { get; init; }

    /// <summary>The system volume of the witness, in GiB: Windows and next to nothing else.</summary>
    public const int WitnessRootVolumeGiB = 60;

    public required FileSystem FileSystem { get; init; }

    public required string OrganizationName { get; init; }

    /// <summary>The product key; null for the evaluation edition.</summary>
    public required string? ProductKeySecretArn { get; init; }

    /// <summary>Members after the first are installed at the same time.</summary>
    public required bool InstallInParallel { get; init; }

    internal static MailboxPlan From(StackSettings settings)
    {
        var mailbox = settings.Mailbox;
        var release = ExchangeReleases.Of(mailbox.Version);
        return new MailboxPlan
        {
            Release = release,
            Media = MediaPlan.From(mailbox, release),
            Image = ImagePlan.Of(mailbox.WindowsVersion, mailbox.AmiId),
            RootVolumeGiB = mailbox.RootVolumeGiB,
            FileSystem = mailbox.FileSystem,
            OrganizationName = mailbox.OrganizationName,
            ProductKeySecretArn = mailbox.ProductKeySecretArn,
            InstallInParallel = mailbox.InstallInParallel,
        };
    }
}
