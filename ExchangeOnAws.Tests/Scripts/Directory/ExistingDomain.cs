using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>A domain that others run, ready for the deployment; a workgroup server reaches it.</summary>
public static class ExistingDomain
{
    public const string Domain = "corp.example.com";
    public const string Root = "DC=corp,DC=example,DC=com";
    public const string Unit = $"OU=Exchange on AWS,{Root}";
    public const string SetupArn = ExchangeMachines.SetupArn;
    public const string JoinArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:join-AbCdEf";

    private const string Computer = "bf967a86-0de6-11d0-a285-00aa003049e2";
    private const string Sid = SimulatedExistingDomain.Sid;

    /// <summary>What a delegation of joining computers looks like in the unit's access list.</summary>
    public const string JoinEntry = $"(OA;;CCDC;{Computer};;{Sid}-1104)";

    public static SimulatedWindows Workgroup(string forestRoot = Root)
    {
        var windows = new SimulatedWindows();
        windows.Area<SimulatedComputer>().Name = "EXA1";
        AddAccount(windows, SetupArn, "installer", "setup-p\"a's$w0rd");
        AddAccount(windows, JoinArn, "joiner", "join-p\"a's$w0rd");
        var domain = windows.Area<SimulatedExistingDomain>();
        (domain.DomainName, domain.NetBiosName, domain.Root) = (Domain, "CORP", Root);
        (domain.ForestRoot, domain.SchemaMaster) = (forestRoot, "OLDDC1.corp.example.com");
        AddController(windows, "OLDDC1.corp.example.com", "10.1.0.10");
        AddTree(domain);
        return windows;
    }

    public static SimulatedController AddController(SimulatedWindows windows, string name, string address)
    {
        var controller = new SimulatedController(name, address, "Frankfurt");
        windows.Area<SimulatedExistingDomain>().Controllers.Add(controller);
        windows.Area<SimulatedDnsRecords>().Inside[name] = [address];
        return controller;
    }

    /// <summary>An organization that is prepared as wanted, with one server of this version.</summary>
    public static void AddOrganization(
        SimulatedExistingDomain domain, int version = 16763, string serial = "Version 15.2 (Build 32562.17)")
    {
        domain.Add("attributeSchema", $"CN=ms-Exch-Schema-Version-Pt,CN=Schema,{domain.Configuration}",
            ("rangeUpper", 17003));
        domain.Add("container", $"CN=Microsoft Exchange System Objects,{Root}", ("objectVersion", 13243));
        domain.Add("msExchOrganizationContainer", $"CN=Example Mail,CN=Services,{domain.Configuration}",
            ("objectVersion", version));
        domain.Add("group", $"CN=Organization Management,OU=Groups,{domain.ForestRoot}",
            ("sAMAccountName", "Organization Management"), ("objectSid", $"{Sid}-1201"),
            ("member", new[] { $"CN=installer,CN=Users,{Root}" }));
        AddServer(domain, "OLDEX1", serial);
    }

    public static LdapEntry AddServer(
        SimulatedExistingDomain domain, string name, string serial, string site = "Berlin",
        int roles = 16439) =>
        domain.Add("msExchExchangeServer", $"CN={name},CN=Servers,CN=Services,{domain.Configuration}",
            ("serialNumber", serial), ("msExchCurrentServerRoles", roles),
            ("msExchServerSite", $"CN={site},CN=Sites,{domain.Configuration}"));

    private static void AddAccount(SimulatedWindows windows, string arn, string name, string password)
    {
        windows.Secrets.AddAccount(arn, name, password);
        windows.Secrets.PasswordsByAccount[$"{name}@{Domain}"] = password;
    }

    private static void AddTree(SimulatedExistingDomain domain)
    {
        domain.Add("domainDNS", domain.ForestRoot, ("objectSid", Sid));
        domain.Add("crossRefContainer", $"CN=Partitions,{domain.Configuration}",
            ("msDS-Behavior-Version", 7));
        var site = domain.Add("site", $"CN=Frankfurt,CN=Sites,{domain.Configuration}");
        domain.Add("site", $"CN=Berlin,CN=Sites,{domain.Configuration}");
        domain.Add("subnet", $"CN=10.0.0.0/16,CN=Subnets,CN=Sites,{domain.Configuration}",
            ("Site", site.DistinguishedName));
        domain.Add("subnet", $"CN=fd00::/8,CN=Subnets,CN=Sites,{domain.Configuration}",
            ("Site", site.DistinguishedName));
        domain.Add("organizationalUnit", Unit,
            ("nTSecurityDescriptor", $"O:DAG:DAD:AI(A;;GA;;;DA){JoinEntry}"));
        AddUser(domain, "installer", 1103);
        AddUser(domain, "joiner", 1104);
        AddGroup(domain, "Exchange Installers", 1105, $"CN=installer,CN=Users,{Root}");

        // By a group in the group, as administrators do.
        AddGroup(domain, "Schema Admins", 518, $"CN=Exchange Installers,CN=Users,{domain.ForestRoot}");
        AddGroup(domain, "Enterprise Admins", 519, $"CN=Exchange Installers,CN=Users,{domain.ForestRoot}");
    }

    private static void AddUser(SimulatedExistingDomain domain, string name, int number) => domain.Add(
        "user", $"CN={name},CN=Users,{Root}", ("sAMAccountName", name), ("SID", $"{Sid}-{number}"));

    private static void AddGroup(SimulatedExistingDomain domain, string name, int number, string member) =>
        domain.Add("group", $"CN={name},CN=Users,{domain.ForestRoot}", ("objectSid", $"{Sid}-{number}"),
            ("member", new[] { member }));
}
