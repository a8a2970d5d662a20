using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class DomainControllerVersionCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new DomainControllerVersionCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        Plans.WithDirectory(directory => directory with
        {
            WindowsVersion = WindowsVersion.V2025,
            Existing = Plans.ExistingDirectory,
        }),
    ];

    [Test]
    public void Domain_controllers_on_2025_are_a_warning() => AssertSays(
        Plans.WithDirectory(directory => directory with { WindowsVersion = WindowsVersion.V2025 }),
        Finding.Warning("directory.windowsVersion", "directory.windowsVersion is 2025; without KB5068861 "
            + "such a domain controller breaks replication when Exchange extends the schema. Use 2022, or an "
            + "image in directory.amiId that has KB5068861."));
}
