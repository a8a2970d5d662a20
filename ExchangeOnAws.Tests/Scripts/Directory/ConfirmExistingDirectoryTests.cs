using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class ConfirmExistingDirectoryTests : ScriptSuite
{
    private const string Edge = "EDGEA1.example.com";

    protected override string Script => "Directory/Confirm-ExistingDirectory";

    protected override bool OnlyLooks => true;

    protected override IReadOnlyDictionary<string, string> Parameters =>
        new Dictionary<string, string>(ExchangeMachines.Versions)
        {
            ["DomainName"] = ExistingDomain.Domain,
            ["NetBiosName"] = "CORP",
            ["DomainControllers"] = "10.1.0.10",
            ["SetupSecretArn"] = ExistingDomain.SetupArn,
            ["JoinSecretArn"] = ExistingDomain.JoinArn,
            ["OrganizationalUnit"] = ExistingDomain.Unit,
            ["SiteName"] = "Frankfurt",
            ["Networks"] = "10.0.1.0/24,10.0.2.0/24",
            ["OrganizationName"] = "Example Mail",
            ["Servers"] = "EXA1,EXB1,WITNESS",
            ["Members"] = "EXA1,EXB1",
            ["DagName"] = "DAG1",
            ["Records"] = $"{Edge}=10.0.128.10",
        };

    [TestCase("port", "domain controller 10.1.0.10 does not answer on TCP 464, 3268. Open them to 10.0.1.0")]
    [TestCase("services", "does not answer on TCP 9389.")]
    [TestCase("services", "no domain controller of corp.example.com answers here, so nothing in it was")]
    [TestCase("srv", "the DNS of 10.1.0.10 names no domain controller of corp.example.com with that address")]
    [TestCase("host", "the DNS of 10.1.0.10 names no domain controller of corp.example.com with that")]
    [TestCase("netbios", "corp.example.com has the NetBIOS name CORPORATE, not CORP. Set directory.")]
    [TestCase("level", "functional level 5; Exchange needs 6, Windows Server 2012 R2. Raise it")]
    [TestCase("clock", "the clock of OLDDC1.corp.example.com differs from this server by 600 s")]
    [TestCase("old", "domain controller OLDDC1.corp.example.com runs Windows Server; Exchange needs")]
    [TestCase("catalogue", "site Frankfurt has no writable domain controller with a global catalogue")]
    [TestCase("readonly", "site Frankfurt has no writable domain controller with a global catalogue")]
    [TestCase("elsewhere", "site Frankfurt has no writable domain controller with a global catalogue")]
    [TestCase("site", "there is no site Frankfurt. Set directory.siteName")]
    [TestCase("subnet", "10.0.2.0/24 belongs to no site. Run: New-ADReplicationSubnet -Name 10.0.2.0/24")]
    [TestCase("berlin", "10.0.2.0/24 belongs by subnet 10.0.2.0/23 to site Berlin, not to Frankfurt.")]
    [TestCase("unit", "there is no OU=Exchange on AWS,DC=corp,DC=example,DC=com. Make it, or set")]
    [TestCase("create", "joiner may not make computer objects in OU=Exchange on AWS,DC=corp")]
    [TestCase("deny", "joiner may not make computer objects in OU=Exchange on AWS,DC=corp")]
    [TestCase("users", "joiner may not make computer objects in OU=Exchange on AWS,DC=corp")]
    [TestCase("inherit", "joiner may not make computer objects in OU=Exchange on AWS,DC=corp")]
    [TestCase("join", "joiner does not log on to OLDDC1.corp.example.com: The server has rejected")]
    [TestCase("setup", "installer does not log on to OLDDC1.corp.example.com: The server has rejected")]
    [TestCase("schema", "installer is not in Schema Admins, and the schema is to be extended.")]
    [TestCase("enterprise", "installer is not in Enterprise Admins, and the directory is to be prepared")]
    [TestCase("master", "the schema master OLDDC9.other.example.com is not in this domain and site")]
    [TestCase("master", "/PrepareAD /OrganizationName:\"Example Mail\" /IAcceptExchangeServerLicenseTerms")]
    [TestCase("mastersite", "the schema master OLDDC2.corp.example.com is not in this domain and site")]
    [TestCase("outside", "CN=EXB1,CN=Computers,DC=corp,DC=example,DC=com exists outside OU=Exchange on AWS")]
    [TestCase("dagname", "the availability group DAG1 would have the name of CN=DAG1,OU=Exchange on AWS")]
    [TestCase("taken", "belongs to a computer at 10.9.9.9, outside this deployment. Choose another name.")]
    [TestCase("record", "EDGEA1.example.com resolves to nothing at 10.1.0.10. Publish A records: EDGEA1")]
    [TestCase("records", "EDGEA1.example.com resolves to 10.0.128.10, 10.9.9.9 at 10.1.0.10. Publish")]
    public void Fault_in_a_domain_without_Exchange_is_named(string harm, string fault)
    {
        var windows = Ready();
        HarmDomain(windows, harm);

        AssertOneLook(windows, fault);
    }

    [TestCase("name", "the Exchange organization is named Contoso, not Example Mail; an organization is "
        + "joined, never renamed or made again. Set mailbox.organizationName to Contoso.")]
    [TestCase("2013", "Exchange server OLDEX0 is Version 15.0 (Build 31497.2), Exchange 2013 or older")]
    [TestCase("2010", "Exchange server OLDEX0 is Version 14.3 (Build 30123.4), Exchange 2013 or older")]
    [TestCase("rights", "installer is not in Organization Management, which installs servers. Add it until")]
    [TestCase("organization", "installer is not in Enterprise Admins, and the directory is to be prepared")]
    [TestCase("domain", "installer is not in Enterprise Admins, and the directory is to be prepared")]
    [TestCase("server", "installer is not in Enterprise Admins, and the directory is to be prepared or")]
    [TestCase("master", "Run on a server in its domain and site: Setup.exe /PrepareAD /IAccept")]
    [TestCase("group", "OLDEX1 is a member of an availability group named DAG1 already. Choose another name")]
    [TestCase("insite", "site Frankfurt has Exchange servers that are not of this deployment: OLDEX1. ")]
    public void Fault_in_a_domain_with_Exchange_is_named(string harm, string fault)
    {
        var windows = Ready();
        var domain = windows.Area<SimulatedExistingDomain>();
        ExistingDomain.AddOrganization(domain);
        if (harm != "master")
        {
            Leave(domain);
        }

        HarmOrganization(domain, harm);

        AssertOneLook(windows, fault);
    }

    [Test]
    public void All_faults_are_named_at_once()
    {
        var windows = Ready();
        foreach (var harm in new[] { "netbios", "berlin", "create", "schema", "outside", "record" })
        {
            HarmDomain(windows, harm);
        }

        Assert.That(RunOn(windows).ToEnd().Failure, Does
            .Contain("Waited 120 s for corp.example.com to be ready for this deployment; last answer: ")
            .And.Contain("faults, 6 in all")
            .And.Contain("not CORP").And.Contain("Berlin").And.Contain("may not make")
            .And.Contain("Schema Admins").And.Contain("exists outside").And.Contain("resolves to nothing")
            .And.Contain("Correct each of them, then run this again."));
    }

    [TestCase("rights", TestName = "Prepared_organization_takes_Organization_Management_alone")]
    [TestCase("newer", TestName = "Newer_organization_is_fine")]
    [TestCase("2016", TestName = "Exchange_2016_is_tolerated")]
    [TestCase("deployed", TestName = "Deployed_domain_passes_again")]
    public void State_of_the_organization_is_accepted(string state)
    {
        var windows = Ready();
        var domain = windows.Area<SimulatedExistingDomain>();
        ExistingDomain.AddOrganization(domain, state == "newer" ? 16800 : 16763);
        Leave(domain);
        if (state == "2016")
        {
            ExistingDomain.AddServer(domain, "OLDEX2", "Version 15.1 (Build 32507.6)");
        }

        if (state == "deployed")
        {
            Deploy(windows);
            domain.Get("Organization Management").Attributes.Remove("member");
        }

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Text, Does.Contain("Nothing to do"));
    }

    /// <summary>Until every member has Exchange, setup may still run, and resume too.</summary>
    [TestCase("none", "installer is not in Organization Management, which installs servers.")]
    [TestCase("half", "installer is not in Organization Management, which installs servers.")]
    [TestCase("behind", "installer is not in Enterprise Admins, and the directory is to be prepared")]
    public void Rights_are_asked_for_until_all_is_installed(string state, string fault)
    {
        var windows = Ready();
        var domain = windows.Area<SimulatedExistingDomain>();
        ExistingDomain.AddOrganization(domain, state == "behind" ? 16762 : 16763);
        Leave(domain);
        Deploy(windows);
        domain.Get("Organization Management").Attributes.Remove("member");
        var servers = domain.Entries.Where(entry => entry.Name == "EXB1").ToArray();
        if (state == "none")
        {
            domain.Entries.Remove(servers[^1]);
        }

        if (state == "half")
        {
            servers[^1].Attributes["msExchCurrentServerRoles"] = 2;
        }

        AssertOneLook(windows, fault);
    }

    [Test]
    public void Site_with_servers_of_others_will_do_without_Edge_servers()
    {
        var windows = Ready();
        var domain = windows.Area<SimulatedExistingDomain>();
        ExistingDomain.AddOrganization(domain);
        HarmOrganization(domain, "insite");
        var parameters = new Dictionary<string, string>(Parameters) { ["Records"] = "" };

        var result = ScriptRun.Of(Library, Script, windows, parameters).Once();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
    }

    [Test]
    public void Second_domain_controller_is_asked_when_the_first_does_not_answer()
    {
        var windows = Ready();
        windows.Area<SimulatedExistingDomain>().Controllers[0].ClosedPorts.UnionWith([53, 9389]);
        ExistingDomain.AddController(windows, "OLDDC2.corp.example.com", "10.1.1.10");
        HarmDomain(windows, "netbios");
        var parameters = new Dictionary<string, string>(Parameters)
        {
            ["DomainControllers"] = "10.1.0.10,10.1.1.10",
        };

        Assert.That(ScriptRun.Of(Library, Script, windows, parameters).Once().Failure, Does
            .Contain("domain controller 10.1.0.10 does not answer on TCP 53, 9389.").And.Contain("not CORP"));
    }

    [Test]
    public void Groups_of_the_root_domain_are_found_from_another_domain_of_the_forest()
    {
        var windows = Ready("DC=example,DC=net");
        var domain = windows.Area<SimulatedExistingDomain>();
        ExistingDomain.AddOrganization(domain);
        Leave(domain);

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
    }

    [Test]
    public void Schema_master_on_Windows_Server_2025_is_warned_of()
    {
        var windows = Ready();
        windows.Area<SimulatedExistingDomain>().Controllers[0].Version = "10.0 (26100)";

        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Text, Does.Contain("Warning: the schema master OLDDC1").And.Contain("KB5068861"));
    }

    /// <summary>The network comes up a minute late.</summary>
    protected override SimulatedWindows NewMachine()
    {
        var windows = Ready();
        windows.Area<SimulatedExistingDomain>().ReachableAt = windows.Now + TimeSpan.FromSeconds(50);
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Now >= windows.Area<SimulatedExistingDomain>().ReachableAt;

    private static SimulatedWindows Ready(string forestRoot = ExistingDomain.Root)
    {
        var windows = ExistingDomain.Workgroup(forestRoot);
        windows.Area<SimulatedDnsRecords>().Inside[Edge] = ["10.0.128.10"];
        return windows;
    }

    /// <summary>The setup account has no more than Organization Management.</summary>
    private static void Leave(SimulatedExistingDomain domain) =>
        domain.Get("Exchange Installers").Attributes["member"] = Array.Empty<string>();

    /// <summary>Our servers are members, with Exchange and the group.</summary>
    private static void Deploy(SimulatedWindows windows)
    {
        var domain = windows.Area<SimulatedExistingDomain>();
        var computer = windows.Area<SimulatedComputer>();
        (computer.Domain, computer.DomainRole) = (ExistingDomain.Domain, 3);
        foreach (var name in new[] { "EXA1", "EXB1", "WITNESS" })
        {
            AddComputer(windows, name, ExistingDomain.Unit, "10.0.1.20");
        }

        foreach (var name in new[] { "EXA1", "EXB1" })
        {
            ExistingDomain.AddServer(domain, name, "Version 15.2 (Build 32562.17)", "Frankfurt")
                .Attributes["msExchMDBAvailabilityGroupLink"] = $"CN=DAG1,CN=Services,{domain.Configuration}";
        }

        ExistingDomain.AddServer(domain, "EDGEA1", "Version 15.2 (Build 32562.17)", "Frankfurt", roles: 64);
    }

    private static void AddComputer(SimulatedWindows windows, string name, string container, string address)
    {
        windows.Area<SimulatedExistingDomain>().Add("computer", $"CN={name},{container}",
            ("sAMAccountName", $"{name}$"), ("DNSHostName", $"{name}.{ExistingDomain.Domain}"));
        windows.Area<SimulatedDnsRecords>().Inside[$"{name}.{ExistingDomain.Domain}"] = [address];
    }

    private void AssertOneLook(SimulatedWindows windows, string fault)
    {
        var result = RunOn(windows).Once();

        Assert.That(result.ExitCode, Is.EqualTo(1), result.Text);
        Assert.That(result.Failure, Does.Contain(fault));
        Assert.That(result.Changes, Is.Empty);
    }

    private static void HarmDomain(SimulatedWindows windows, string harm)
    {
        var domain = windows.Area<SimulatedExistingDomain>();
        var records = windows.Area<SimulatedDnsRecords>().Inside;
        var controller = domain.Controllers[0];
        var sites = $"CN=Sites,{domain.Configuration}";
        const string who = $"{SimulatedExistingDomain.Sid}-1104";
        Action act = harm switch
        {
            "port" => () => controller.ClosedPorts.UnionWith([464, 3268]),
            "services" => () => controller.ClosedPorts.Add(9389),
            "srv" => () => controller.IsPublished = false,
            "host" => () => records[controller.Name] = ["10.1.0.99"],
            "netbios" => () => domain.NetBiosName = "CORPORATE",
            "level" => () => domain.Get("Partitions").Attributes["msDS-Behavior-Version"] = 5,
            "clock" => () => domain.ClockSkew = TimeSpan.FromMinutes(10),
            "old" => () => controller.Version = "6.2 (9200)",
            "catalogue" => () => controller.IsGlobalCatalog = false,
            "readonly" => () => controller.IsReadOnly = true,
            "elsewhere" => () => controller.Site = "Berlin",
            "site" => () => domain.Entries.Remove(domain.Get("Frankfurt")),
            "subnet" => () => domain.Get("10.0.0.0/16").DistinguishedName =
                $"CN=10.0.0.0/23,CN=Subnets,{sites}",
            "berlin" => () => domain.Add(
                "subnet", $"CN=10.0.2.0/23,CN=Subnets,{sites}", ("Site", $"CN=Berlin,{sites}")),
            "unit" => () => domain.Entries.Remove(domain.Get("Exchange on AWS")),
            "create" => () => SetAccess(domain, ""),
            "deny" => () => SetAccess(domain, $"{ExistingDomain.JoinEntry}(D;CI;CC;;;{who})"),
            "users" => () => SetAccess(domain, $"(OA;;CCDC;bf967aba-0de6-11d0-a285-00aa003049e2;;{who})"),
            "inherit" => () => SetAccess(domain, $"(A;CIIO;GA;;;{who})"),
            "join" => () => windows.Secrets.PasswordsByAccount.Remove($"joiner@{ExistingDomain.Domain}"),
            "setup" => () => windows.Secrets.PasswordsByAccount.Remove($"installer@{ExistingDomain.Domain}"),
            "schema" => () => domain.Entries.Remove(domain.Get("Schema Admins")),
            "enterprise" => () => domain.Entries.Remove(domain.Get("Enterprise Admins")),
            "master" => () => domain.SchemaMaster = "OLDDC9.other.example.com",
            "mastersite" => () => MoveMaster(windows),
            "outside" => () => AddComputer(
                windows, "EXB1", $"CN=Computers,{ExistingDomain.Root}", "10.0.1.20"),
            "dagname" => () => AddComputer(windows, "DAG1", ExistingDomain.Unit, "10.0.1.20"),
            "taken" => () => AddComputer(windows, "EXB1", ExistingDomain.Unit, "10.9.9.9"),
            "record" => () => records.Remove(Edge),
            "records" => () => records[Edge] = ["10.9.9.9", "10.0.128.10"],
            _ => throw new ArgumentException(harm, nameof(harm)),
        };
        act();
    }

    private static void SetAccess(SimulatedExistingDomain domain, string entries) =>
        domain.Get("Exchange on AWS").Attributes["nTSecurityDescriptor"] =
            $"O:DAG:DAD:AI(A;;GA;;;DA){entries}";

    private static void MoveMaster(SimulatedWindows windows)
    {
        ExistingDomain.AddController(windows, "OLDDC2.corp.example.com", "10.1.1.10").Site = "Berlin";
        windows.Area<SimulatedExistingDomain>().SchemaMaster = "OLDDC2.corp.example.com";
    }

    private static void HarmOrganization(SimulatedExistingDomain domain, string harm)
    {
        Action act = harm switch
        {
            "name" => () => domain.Get("Example Mail").DistinguishedName =
                $"CN=Contoso,CN=Services,{domain.Configuration}",
            "2013" => () => ExistingDomain.AddServer(domain, "OLDEX0", "Version 15.0 (Build 31497.2)"),
            "2010" => () => ExistingDomain.AddServer(domain, "OLDEX0", "Version 14.3 (Build 30123.4)"),
            "rights" => () => domain.Get("Organization Management").Attributes.Remove("member"),
            "organization" => () => domain.Get("Example Mail").Attributes["objectVersion"] = 16762,
            "domain" => () => domain.Get("Microsoft Exchange System Objects")
                .Attributes["objectVersion"] = 13242,
            // Setup broke off before it set the last role bit.
            "server" => () => domain.Get("OLDEX1").Attributes["msExchCurrentServerRoles"] = 2,
            "master" => () =>
            {
                domain.SchemaMaster = "OLDDC9.other.example.com";
                domain.Get("Example Mail").Attributes["objectVersion"] = 16762;
            }
            ,
            "insite" => () => domain.Get("OLDEX1").Attributes["msExchServerSite"] =
                $"CN=Frankfurt,CN=Sites,{domain.Configuration}",
            "group" => () => domain.Get("OLDEX1").Attributes["msExchMDBAvailabilityGroupLink"] =
                $"CN=DAG1,CN=Services,{domain.Configuration}",
            _ => throw new ArgumentException(harm, nameof(harm)),
        };
        act();
    }
}
