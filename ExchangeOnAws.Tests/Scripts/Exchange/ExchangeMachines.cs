using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>Machines and parameters that the tests of the mailbox cluster share.</summary>
public static class ExchangeMachines
{
    public const string Domain = "corp.example.com";
    public const string SetupArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:setup-AbCdEf";
    public const string SetupPassword = "setup-p\"a's$w0rd";

    /// <summary>What setup of Exchange SE is to reach.</summary>
    public static IReadOnlyDictionary<string, string> Versions { get; } = new Dictionary<string, string>
    {
        ["SchemaVersion"] = "17003",
        ["OrganizationVersion"] = "16763",
        ["DomainVersion"] = "13243",
    };

    /// <summary>A joined server with media, volumes D: and E: and two domain controllers.</summary>
    public static SimulatedWindows Member(TimeSpan setupTakes, params string[] rights)
    {
        var windows = new SimulatedWindows();
        var computer = windows.Area<SimulatedComputer>();
        (computer.Name, computer.Domain, computer.DomainRole) = ("EXA1", Domain, 3);
        windows.Secrets.AddAccount(SetupArn, "installer", SetupPassword);
        windows.Secrets.PasswordsByAccount[$"installer@{Domain}"] = SetupPassword;
        AddControllers(windows);
        foreach (var letter in "DE")
        {
            var disk = windows.Area<SimulatedDisks>().Attach($"vol-0{letter}");
            (disk.HasPartition, disk.DriveLetter, disk.FileSystem) = (true, letter, "ReFS");
        }

        SimulatedSetup.AddTo(windows, setupTakes).Rights.UnionWith(rights);
        return windows;
    }

    /// <summary>The first domain controller, with the setup account and the forest's groups.</summary>
    public static SimulatedWindows Controller()
    {
        var windows = new SimulatedWindows();
        var directory = windows.Area<SimulatedDirectory>();
        directory.Create(Domain, "CORP");
        PromotionHandlers.Complete(windows, role: 5);
        windows.Secrets.AddAccount(SetupArn, "installer", SetupPassword);
        AddControllers(windows);
        AddGroup(windows, "Schema Admins", $"{SimulatedDirectory.Sid}-518");
        AddGroup(windows, "Enterprise Admins", $"{SimulatedDirectory.Sid}-519");
        windows.Advance(TimeSpan.FromMinutes(10));
        return windows;
    }

    /// <summary>A group with another member, who is none of the setup account's business.</summary>
    public static DirectoryObject AddGroup(SimulatedWindows windows, string name, string identity)
    {
        var directory = windows.Area<SimulatedDirectory>();
        var group = directory.Add("group", name, $"CN=Users,{directory.Root}");
        group.Properties["SID"] = identity;
        group.Properties["SamAccountName"] = name;
        group.Members.Add("Administrator");
        windows.Area<SimulatedForest>().SetMembers(windows.Now, identity, group.Members);
        return group;
    }

    private static void AddControllers(SimulatedWindows windows)
    {
        var controllers = windows.Area<SimulatedForest>().Controllers;
        controllers["DCA1.corp.example.com"] = TimeSpan.Zero;
        controllers["DCB1.corp.example.com"] = TimeSpan.FromSeconds(40);
    }
}
