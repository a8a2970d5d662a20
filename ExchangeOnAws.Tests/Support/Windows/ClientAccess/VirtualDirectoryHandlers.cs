namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>A virtual directory of the server, by the noun of its cmdlets.</summary>
public sealed class SimulatedVirtualDirectory(string noun, string name)
{
    public string Noun => noun;

    public string Name => name;

    public Dictionary<string, object?> Values { get; } = new(StringComparer.OrdinalIgnoreCase);
}

/// <summary>What a new Mailbox server has for clients.</summary>
public sealed class SimulatedVirtualDirectories
{
    /// <summary>Nouns and names of the directories with URLs.</summary>
    public static IReadOnlyList<(string Noun, string Name)> Kinds { get; } =
    [
        ("OwaVirtualDirectory", "owa"), ("EcpVirtualDirectory", "ecp"),
        ("WebServicesVirtualDirectory", "EWS"), ("MapiVirtualDirectory", "mapi"),
        ("OabVirtualDirectory", "OAB"), ("ActiveSyncVirtualDirectory", "Microsoft-Server-ActiveSync"),
    ];

    public List<SimulatedVirtualDirectory> All { get; } = [];

    public Uri? AutodiscoverUri { get; set; }

    public SimulatedVirtualDirectory this[string noun] => All.First(item => item.Noun == noun);

    public void Create(string fqdn)
    {
        AutodiscoverUri = new($"https://{fqdn}/Autodiscover/Autodiscover.xml");
        foreach (var (noun, name) in Kinds)
        {
            var directory = new SimulatedVirtualDirectory(noun, name);
            directory.Values["InternalUrl"] = new Uri($"https://{fqdn}/{name}");
            directory.Values["ExternalUrl"] = null;
            All.Add(directory);
        }

        var anywhere = new SimulatedVirtualDirectory("OutlookAnywhere", "Rpc");
        foreach (var (name, value) in new (string, object?)[]
        {
            ("InternalHostname", new ExchangeText(fqdn)), ("ExternalHostname", null), ("SSLOffloading", true),
            ("InternalClientsRequireSsl", false), ("ExternalClientsRequireSsl", false),
            ("InternalClientAuthenticationMethod", new ExchangeText("Ntlm")),
            ("ExternalClientAuthenticationMethod", new ExchangeText("Negotiate")),
        })
        {
            anywhere.Values[name] = value;
        }

        All.Add(anywhere);
    }
}

public sealed class VirtualDirectoryHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        .. SimulatedVirtualDirectories.Kinds.Select(kind => kind.Noun).Append("OutlookAnywhere").SelectMany(
            noun => new[]
            {
                Reads($"Get-{noun}", call => Get(call, noun)),
                Changes($"Set-{noun}", call => Set(call, noun)),
            }),
        Reads("Get-ClientAccessService", call => Record.Of(
            ("Name", call.Text("Identity")), ("AutoDiscoverServiceInternalUri", Of(call).AutodiscoverUri))),
        Changes("Set-ClientAccessService", call =>
        {
            Of(call).AutodiscoverUri = call.Text("Identity") == ExchangeShellHandlers.Here(call)
                ? (Uri)call.Value("AutoDiscoverServiceInternalUri")!
                : throw SimulatedExchange.NotFound(call.Text("Identity"));
        }),
    ];

    private static SimulatedVirtualDirectories Of(Call call)
    {
        ExchangeShellHandlers.Exchange(call);
        return call.Windows.Area<SimulatedVirtualDirectories>();
    }

    private static string Identity(Call call, SimulatedVirtualDirectory directory) =>
        $"{ExchangeShellHandlers.Here(call)}\\{directory.Name} (Default Web Site)";

    private static IEnumerable<object> Get(Call call, string noun)
    {
        if (!call.Flag("ADPropertiesOnly"))
        {
            // The metabase is slow.
            call.Windows.Advance(TimeSpan.FromSeconds(30));
        }

        return Of(call).All.Where(item => item.Noun == noun)
            .Where(_ => SimulatedExchange.IsSame(call.Text("Server"), ExchangeShellHandlers.Here(call)))
            .Select(item => Record.Of(
                [("Identity", new ExchangeText(Identity(call, item))), .. item.Values.Select(
                    value => (value.Key, value.Value))]));
    }

    private static void Set(Call call, string noun)
    {
        var directory = Of(call).All.FirstOrDefault(item =>
                item.Noun == noun && SimulatedExchange.IsSame(Identity(call, item), call.Text("Identity")))
            ?? throw SimulatedExchange.NotFound(call.Text("Identity"));
        Refuse(call, noun);
        foreach (var name in directory.Values.Keys.Where(call.Has).ToArray())
        {
            var value = call.Value(name);
            directory.Values[name] = value is string text ? new ExchangeText(text) : value;
        }
    }

    /// <summary>What has to be given together, and the question that nobody answers.</summary>
    private static void Refuse(Call call, string noun)
    {
        if (noun == "WebServicesVirtualDirectory" && !call.Flag("Force"))
        {
            ExchangeShellHandlers.Prompt(call);
        }

        var lacking = noun switch
        {
            "MapiVirtualDirectory" when !call.Has("IISAuthenticationMethods") => "IISAuthenticationMethods",
            "OutlookAnywhere" when !call.Has("InternalClientsRequireSsl") => "InternalClientsRequireSsl",
            "OutlookAnywhere" when !call.Has("ExternalClientsRequireSsl") => "ExternalClientsRequireSsl",
            "OutlookAnywhere" when !call.Has("ExternalClientAuthenticationMethod") =>
                "ExternalClientAuthenticationMethod",
            _ => null,
        };
        if (lacking is not null)
        {
            throw CommandException.Terminating($"You must specify a value for {lacking}.");
        }
    }
}
