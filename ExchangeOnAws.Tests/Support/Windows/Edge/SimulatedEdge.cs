using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>An Edge Transport server with its own directory (AD LDS).</summary>
public sealed class SimulatedEdge
{
    /// <summary>Empty on a machine that is none.</summary>
    public string Name { get; set; } = "";

    public string Suffix { get; set; } = "example.com";

    /// <summary>What the first synchronisation brings, and a new subscription file deletes.</summary>
    public List<string> AcceptedDomains { get; } = [];

    /// <summary>The account for the first synchronisation: its password and its end.</summary>
    public (string Password, DateTime EndsAt) Bootstrap { get; private set; }

    public int FilesMade { get; private set; }

    /// <summary>Takes mail; without accepted domains, it refuses all of it for good.</summary>
    public const string Transport = "MSExchangeTransport";

    /// <summary>Took mail while a file was made.</summary>
    public bool HasRefusedMail { get; set; }

    /// <summary>Makes a subscription file: its text has the new bootstrap account's password.</summary>
    public string Export(DateTime now, TimeSpan life)
    {
        FilesMade++;
        Bootstrap = (Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)), now + life);
        AcceptedDomains.Clear();
        return new XElement(
            "EdgeSubscriptionData", new XElement("EdgeServerName", Name), new XElement("EdgeDomain", Suffix),
            new XElement("ESRAUsername", $"CN=ESRA.{Name},OU=MSExchangeGateway"),
            new XElement("ESRAPassword", Bootstrap.Password)).ToString();
    }

    /// <summary>Every form in which a subscription file must not show.</summary>
    public static IEnumerable<string> Traces(string file)
    {
        var bytes = Encoding.UTF8.GetBytes(file);
        return
        [
            file, Convert.ToBase64String(bytes), string.Join("\n", bytes),
            XElement.Parse(file).Element("ESRAPassword")!.Value,
        ];
    }
}

/// <summary>The cmdlets on the Edge Transport server itself.</summary>
public sealed class EdgeHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        // With -ReadCount 0, all bytes are one object.
        Reads("Get-Content", call => new object[]
        {
            Encoding.UTF8.GetBytes(call.Windows.Files.Read(call.Path)),
        }) with { When = call => call.Text("Encoding") == "Byte" && call.Text("ReadCount") == "0" },
        Changes("New-EdgeSubscription", Export) with { When = IsEdge },
        Changes("Start-Service", call =>
        {
            var service = call.Windows.Services.Get(SimulatedEdge.Transport);
            service.Status = service.StartType != "Disabled"
                ? "Running"
                : throw new CommandException($"Service '{service.Name}' cannot be started.");
        }) with
        {
            When = call => call.Text("Name") == SimulatedEdge.Transport,
        },
        Reads("Get-AcceptedDomain", call => Edge(call).AcceptedDomains
            .Select(name => Record.Of(("Name", name)))) with { When = IsEdge },
        Reads("Get-ExchangeServer", call => Record.Of(("Name", Edge(call).Name))) with { When = IsEdge },
    ];

    private static bool IsEdge(Call call) => call.Windows.Area<SimulatedEdge>().Name.Length > 0;

    private static SimulatedEdge Edge(Call call)
    {
        ExchangeShellHandlers.Demand(call);
        return call.Windows.Area<SimulatedEdge>();
    }

    private static void Export(Call call)
    {
        var (edge, path) = (Edge(call), call.Text("FileName"));
        if (!call.Flag("Force"))
        {
            // Whether what was configured here may be deleted.
            throw CommandException.Terminating("Read and Prompt functionality is not available.");
        }

        if (call.Has("FileData") || call.Has("Site") || !path.EndsWith(".xml", StringComparison.Ordinal))
        {
            throw new CommandException("On an Edge Transport server, FileName is the file to make.");
        }

        var life = call.Value("AccountExpiryDuration") as TimeSpan? ?? TimeSpan.FromHours(24);
        edge.HasRefusedMail |= call.Windows.Services.Get(SimulatedEdge.Transport).Status == "Running";
        var file = edge.Export(call.Windows.Now, life);
        call.Windows.Files.Write(path, file);
        call.Windows.Secrets.Values.AddRange(SimulatedEdge.Traces(file));
    }
}
