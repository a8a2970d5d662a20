using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Planning;

public sealed class ExchangeReleasesTests
{
    private static ExchangeVersion[] Versions => Enum.GetValues<ExchangeVersion>();

    // Numbers as Microsoft's build table has them; a mistake here would prepare a directory forever.
    [TestCase(ExchangeVersion.SubscriptionEdition, 17003, 16763, 13243)]
    [TestCase(ExchangeVersion.V2019, 17003, 16763, 13243)]
    public void Release_knows_the_directory_it_needs(
        ExchangeVersion version, int schema, int organization, int domain)
    {
        var release = ExchangeReleases.Of(version);

        Assert.That(
            (release.SchemaVersion, release.OrganizationVersion, release.DomainVersion),
            Is.EqualTo((schema, organization, domain)));
    }

    [TestCaseSource(nameof(Versions))]
    public void Release_is_complete(ExchangeVersion version)
    {
        var release = ExchangeReleases.Of(version);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(release.Version, Is.EqualTo(version));
            Assert.That(release.Features, Is.Unique.And.Contains("Failover-Clustering"));
            Assert.That(release.Packages.Select(package => package.Id), Is.Not.Empty.And.Unique);
            Assert.That(release.MediaFile, Does.EndWith(".iso").IgnoreCase);
            Assert.That(release.SetupSwitches, Does.Contain("/IAcceptExchangeServerLicenseTerms_"));
        }
    }

    [TestCaseSource(nameof(Versions))]
    public void Package_comes_over_tls_or_with_the_media(ExchangeVersion version) => Assert.That(
        ExchangeReleases.Of(version).Packages.Select(package => package.Source),
        Is.All.Matches(@"^(https://|media:\\)"));

    // A step of this name exists already for every member.
    [TestCaseSource(nameof(Versions))]
    public void Package_is_not_named_like_another_step(ExchangeVersion version) => Assert.That(
        ExchangeReleases.Of(version).Packages.Select(package => package.Id),
        Has.None.AnyOf("name", "features", "media", "tls", "join", "directory", "dag"));
}
