using System.Text;
using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Support.Windows;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>An Edge Transport server, a member of the cluster, and the secret between them.</summary>
public static class SubscriptionMachines
{
    public const string Arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:edgea1-AbCdEf";
    public const string Site = "eu-west-1";
    public const string Name = "EDGEA1.example.com";
    public const string Marker = @"C:\ProgramData\ExchangeOnAws\Steps\New-SubscriptionFile.made";
    public const string Record = @"C:\ProgramData\ExchangeOnAws\Steps\Import-Subscription.imported";
    public const string FileScript = "Edge/New-SubscriptionFile";
    public const string ImportScript = "Edge/Import-Subscription";

    public static Dictionary<string, string> FileParameters { get; } = new()
    {
        ["SubscriptionSecretArn"] = Arn,
        ["Members"] = "EXA1,EXB1",
    };

    public static Dictionary<string, string> ImportParameters { get; } = new()
    {
        ["EdgeServer"] = "EDGEA1",
        ["EdgeName"] = Name,
        ["EdgeInstance"] = "i-0a1b2c3d4e5f60718",
        ["SubscriptionSecretArn"] = Arn,
        ["SiteName"] = Site,
        ["Members"] = "EXA1,EXB1",
        ["InternetConnector"] = "true",
    };

    /// <summary>An Edge Transport server that may only write to its secret, which is empty.</summary>
    public static SimulatedWindows Edge()
    {
        var windows = new SimulatedWindows();
        windows.Area<SimulatedComputer>().Name = "EDGEA1";
        windows.Area<SimulatedEdge>().Name = "EDGEA1";
        windows.Services.All[SimulatedEdge.Transport] =
            new(SimulatedEdge.Transport) { StartType = "Automatic", Status = "Running" };
        windows.Area<SimulatedEdge>().AcceptedDomains.Add("local.example");
        var handover = windows.Area<SimulatedHandover>();
        handover.Secrets.ByArn[Arn] = [];
        handover.MayRead = false;
        return windows;
    }

    /// <summary>A member that finds the Edge Transport server by name and port.</summary>
    public static SimulatedWindows Member(SimulatedEdge edge, SecretVersions secrets)
    {
        var windows = new SimulatedWindows();
        var computer = windows.Area<SimulatedComputer>();
        (computer.Name, computer.Domain, computer.DomainRole) = ("EXA1", "corp.example.com", 3);
        windows.Area<SimulatedHandover>().Secrets = secrets;
        windows.Area<SimulatedDnsRecords>().Inside[Name] = ["10.0.128.10"];
        var sync = windows.Area<SimulatedEdgeSync>();
        (sync.Sites["EXA1"], sync.Sites["EXB1"]) = (Site, Site);
        sync.Reachable[Name] = edge;
        return windows;
    }

    /// <summary>A member with a subscription file in the secret.</summary>
    public static SimulatedWindows MemberWithFile()
    {
        var edge = new SimulatedEdge { Name = "EDGEA1" };
        var secrets = new SecretVersions();
        secrets.ByArn[Arn] = [];
        var windows = Member(edge, secrets);
        Put(windows);
        return windows;
    }

    /// <summary>The Edge Transport server makes a file, and it gets into the secret.</summary>
    public static void Put(SimulatedWindows member)
    {
        var edge = member.Area<SimulatedEdgeSync>().Reachable[Name];
        var file = edge.Export(member.Now, TimeSpan.FromHours(24));
        member.Secrets.Values.AddRange(SimulatedEdge.Traces(file));
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(file));
        Secret(member).Add(new(text, member.Now));
    }

    public static List<SecretVersion> Secret(SimulatedWindows windows) =>
        windows.Area<SimulatedHandover>().Secrets.ByArn[Arn];

    public static ScriptRun Run(
        string script, SimulatedWindows windows, Dictionary<string, string> parameters,
        params (string Name, string Value)[] changes)
    {
        var given = new Dictionary<string, string>(parameters);
        foreach (var (name, value) in changes)
        {
            given[name] = value;
        }

        return ScriptRun.Of(ScriptLibrary.Shipped, script, windows, given);
    }
}
