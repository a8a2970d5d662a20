using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetDirectorySiteTests : ScriptSuite
{
    private const string Site = $"CN=eu-west-1,CN=Sites,CN=Configuration,{DomainMachines.Root}";

    protected override string Script => "Directory/Set-DirectorySite";

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string>
        {
            ["SiteName"] = "eu-west-1",
            ["Networks"] = "10.0.0.0/16,10.1.0.0/16",
        };

    [Test]
    public void Network_of_another_site_is_moved()
    {
        var windows = NewMachine();
        var subnet = windows.Area<SimulatedDirectory>().Add("subnet", "10.1.0.0/16", "CN=Subnets");
        subnet.Properties["Site"] = "CN=Elsewhere";

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Site_that_cannot_be_renamed_is_named()
    {
        var windows = NewMachine();
        windows.Area<SimulatedDirectory>().Get("site", "Default-First-Site-Name").Name = "London";

        Assert.That(RunOn(windows).Once().Failure,
            Does.Contain("neither a site eu-west-1 nor Default-First-Site-Name"));
    }

    protected override SimulatedWindows NewMachine() => DomainMachines.Controller();

    protected override bool IsReached(SimulatedWindows windows)
    {
        var objects = windows.Area<SimulatedDirectory>().Objects;
        return objects.Where(item => item.Kind == "site").Select(site => site.DistinguishedName)
            .SequenceEqual([Site])
            && objects.Where(item => item.Kind == "subnet" && $"{item.Value("Site")}" == Site)
                .Select(subnet => subnet.Name).Order().SequenceEqual(["10.0.0.0/16", "10.1.0.0/16"]);
    }
}
