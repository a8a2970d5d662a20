using ExchangeOnAws.Checks;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Checks;

public sealed class NativeRegionCheckTests : CheckTests
{
    private protected override ICheck Check { get; } = new NativeRegionCheck();

    private protected override IEnumerable<DeploymentPlan> Followers =>
    [
        Plans.TwoZones,
        Plans.With(settings => settings with
        {
            NativeRegion = null,
            Directory = settings.Directory with { Existing = Plans.ExistingDirectory },
        }),
    ];

    [Test]
    public void Missing_region_is_a_warning() => AssertSays(
        Plans.With(settings => settings with { NativeRegion = null }),
        Finding.Warning("aws-native:region", "aws-native:region is not set, so secrets come into the region "
            + "of the environment (AWS_REGION), if there is one. Run: pulumi config set aws-native:region "
            + "eu-west-1"));

    [Test]
    public void Another_region_is_an_error() => AssertSays(
        Plans.With(settings => settings with { NativeRegion = "us-east-1" }),
        Finding.Error("aws-native:region", "aws-native:region is us-east-1 and aws:region is eu-west-1; "
            + "servers read secrets of their own region. Run: pulumi config set aws-native:region "
            + "eu-west-1"));
}
