using ExchangeOnAws.Settings;

namespace ExchangeOnAws.Planning;

/// <summary>
/// Everything that differs between one Exchange release and the next: a new cumulative update is a new
/// record here and nothing else.
/// </summary>
public sealed record ExchangeRelease
{
    /// <summary>The word of mailbox.version.</summary>
    public required ExchangeVersion Version { get; init; }

    /// <summary>The product and its update in Microsoft's words.</summary>
    public required string Name { get; init; }

    /// <summary>The build that setup installs, for example 15.2.2562.17.</summary>
    public required string Build { get; init; }

    /// <summary>The file name of the installation image.</summary>
    public required string MediaFile { get; init; }

    /// <summary>Where Microsoft offers the image; null when it has no address that lasts.</summary>
    public required string? MediaAddress { get; init; }

    /// <summary>Windows features of a mailbox server.</summary>
    public required IReadOnlyList<string> Features { get; init; }

    /// <summary>Packages of a mailbox server, in the order in which they are installed.</summary>
    public required IReadOnlyList<PackagePlan> Packages { get; init; }

    /// <summary>Windows features of an Edge Transport server.</summary>
    public required IReadOnlyList<string> EdgeFeatures { get; init; }

    /// <summary>Packages of an Edge Transport server, in the order in which they are installed.</summary>
    public required IReadOnlyList<PackagePlan> EdgePackages { get; init; }

    /// <summary>rangeUpper of ms-Exch-Schema-Version-Pt after PrepareSchema.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>objectVersion of the organisation's container after PrepareAD.</summary>
    public required int OrganizationVersion { get; init; }

    /// <summary>objectVersion of Microsoft Exchange System Objects after PrepareAllDomains.</summary>
    public required int DomainVersion { get; init; }

    /// <summary>What every call of setup needs, the license above all.</summary>
    public required string SetupSwitches { get; init; }
}
