using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetAcceptedDomainsTests : ScriptSuite
{
    protected override string Script => "MailFlow/Set-AcceptedDomains";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>
    {
        ["Domains"] = "example.com,example.org",
        ["DomainName"] = "corp.example.com",
    };

    [TestCase("ExternalRelay")]
    [TestCase("InternalRelay")]
    public void Domain_of_another_type_is_refused(string type)
    {
        var windows = NewMachine();
        windows.Area<SimulatedMailDomains>().Types["example.org"] = type;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain($"accepted domain example.org is {type}"));
        Assert.That(windows.Area<SimulatedMailDomains>().Types["example.org"], Is.EqualTo(type));
    }

    [Test]
    public void Default_that_was_changed_is_set_again()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Area<SimulatedMailDomains>().Default = "corp.example.com";

        Assert.That(
            RunOn(windows).ToEnd().Changes.Select(change => change.Name), Is.EqualTo(["Set-AcceptedDomain"]));
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Other_domains_stay()
    {
        var windows = NewMachine();
        windows.Area<SimulatedMailDomains>().Types["example.net"] = "InternalRelay";

        RunOn(windows).ToEnd();

        Assert.That(windows.Area<SimulatedMailDomains>().Types, Has.Count.EqualTo(4));
    }

    [Test]
    public void Policy_that_somebody_has_changed_stays()
    {
        var windows = NewMachine();
        var domains = windows.Area<SimulatedMailDomains>();
        domains.Templates.Clear();
        domains.Templates.Add("SMTP:%g.%s@example.com");
        domains.IsApplied = false;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(domains.Templates, Is.EqualTo(["SMTP:%g.%s@example.com"]));
        Assert.That(domains.IsApplied, Is.False);
    }

    [Test]
    public void Mail_at_the_directory_domain_keeps_the_policy_of_setup()
    {
        var windows = NewMachine();
        var domains = windows.Area<SimulatedMailDomains>();
        domains.IsApplied = false;

        var result = ScriptRun.Of(Library, Script, windows, new Dictionary<string, string>
        {
            ["Domains"] = "corp.example.com",
            ["DomainName"] = "corp.example.com",
        }).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Changes, Is.Empty);
    }

    /// <summary>An existing domain, where nobody has had Exchange before.</summary>
    [TestCase("EDGEA1", true)]
    [TestCase("OLDEX1", false)]
    public void Existing_domain_is_shared_only_with_other_Exchange_servers(string other, bool isOurs)
    {
        var windows = NewMachine();
        windows.Area<SimulatedExchange>().Servers.Add(other);

        var result = ScriptRun.Of(Library, Script, windows, new Dictionary<string, string>(Parameters)
        {
            ["SharedOrganization"] = "true",
            ["Members"] = "EXA1",
            ["EdgeServers"] = "edgea1.example.com",
        }).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(IsReached(windows), Is.EqualTo(isOurs));
    }

    [Test]
    public void Organization_of_others_keeps_its_default_and_its_policy()
    {
        var windows = NewMachine();
        var parameters = new Dictionary<string, string>(Parameters) { ["SharedOrganization"] = "true" };

        var result = ScriptRun.Of(Library, Script, windows, parameters).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(
            result.Changes.Select(change => change.Name),
            Is.EqualTo(["New-AcceptedDomain", "New-AcceptedDomain"]));
        Assert.That(windows.Area<SimulatedMailDomains>().Default, Is.EqualTo("corp.example.com"));
        Assert.That(ScriptRun.Of(Library, Script, windows, parameters).ToEnd().Changes, Is.Empty);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = ClusterMachines.Server("EXA1");
        var domains = windows.Area<SimulatedMailDomains>();
        domains.Types["corp.example.com"] = "Authoritative";
        domains.Default = "corp.example.com";
        domains.Templates.Add("SMTP:@corp.example.com");
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows)
    {
        var domains = windows.Area<SimulatedMailDomains>();
        return new[] { "example.com", "example.org" }
            .All(name => domains.Types.GetValueOrDefault(name) == "Authoritative")
            && domains is { Default: "example.com", IsApplied: true, Templates: ["SMTP:@example.com"] };
    }
}
