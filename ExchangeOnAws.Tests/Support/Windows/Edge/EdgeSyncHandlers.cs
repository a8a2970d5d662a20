using System.Management.Automation;
using System.Text;
using System.Xml.Linq;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Subscriptions and their synchronisation, on a member of the cluster.</summary>
public sealed class EdgeSyncHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Changes("New-EdgeSubscription", Import) with { When = IsMember },
        Reads("Get-EdgeSubscription", call => Sync(call).Subscriptions.Select(found => Record.Of(
            ("Name", found.Name), ("Domain", new ExchangeText(found.Domain)),
            ("Site", ExchangeShellHandlers.Identity(found.Site))))),
        Changes("Remove-EdgeSubscription", call =>
        {
            ExchangeShellHandlers.Prompt(call);
            if (!call.Flag("Force"))
            {
                throw CommandException.Terminating("Read and Prompt functionality is not available.");
            }

            Sync(call).Remove(Sync(call).Find(call.Text("Identity")));
        }),
        Changes("Start-EdgeSynchronization", Start),
        Reads("Test-EdgeSynchronization", Look) with { When = IsMember },
        Reads("Get-ExchangeServer", call => Sync(call).Sites
            .Where(server => SimulatedExchange.IsSame(server.Key, call.Text("Identity", server.Key)))
            .Select(server => Record.Of(
                ("Name", server.Key), ("Site", ExchangeShellHandlers.Identity(server.Value))))) with
        {
            When = IsMember,
        },
        Reads("Get-SendConnector", call => Sync(call).Connectors
            .Where(connector => Area(call).SeenAt.GetValueOrDefault(connector.Key) <= call.Windows.Now)
            .Select(connector => Record.Of(
                ("Name", connector.Key), ("SourceTransportServers", connector.Value
                    .Select(server => (object)ExchangeShellHandlers.Identity(server)).ToArray())))) with
        {
            When = IsMember,
        },
        Changes("New-SendConnector", call =>
        {
            if (!Sync(call).Connectors.TryAdd(
                call.Text("Name"), [.. call.Texts("SourceTransportServers")]))
            {
                throw new CommandException($"The connector {call.Text("Name")} already exists.");
            }
        }) with
        {
            When = IsMember,
        },
        Changes("Set-SendConnector", call =>
        {
            Sync(call).Connectors[call.Text("Identity")] = [.. call.Texts("SourceTransportServers")];
        }) with { When = IsMember },
        Changes("Remove-SendConnector", call =>
        {
            ExchangeShellHandlers.Prompt(call);
            Sync(call).Connectors.Remove(call.Text("Identity"));
        }) with { When = IsMember },
        Reads("Test-NetConnection", call => Area(call).Reachable.ContainsKey(call.Text("ComputerName"))) with
        {
            When = call => call.Number("Port") == 50636,
        },
    ];

    private static bool IsMember(Call call) => Area(call).Sites.Count > 0;

    private static SimulatedEdgeSync Area(Call call) => call.Windows.Area<SimulatedEdgeSync>();

    private static SimulatedEdgeSync Sync(Call call)
    {
        ExchangeShellHandlers.Exchange(call);
        return Area(call);
    }

    private static void Import(Call call)
    {
        var (sync, site) = (Sync(call), call.Text("Site"));
        if (call.Has("FileName") || call.Value("FileData") is not byte[] bytes)
        {
            throw new CommandException("On a Mailbox server, FileData is the content of the file to import.");
        }

        if (!sync.Sites.ContainsValue(site))
        {
            throw new CommandException($"The site {site} couldn't be found.");
        }

        var file = XElement.Parse(Encoding.UTF8.GetString(bytes));
        string Text(string name) => file.Element(name)!.Value;
        var edge = new SimulatedEdge { Name = Text("EdgeServerName"), Suffix = Text("EdgeDomain") };
        var old = sync.Subscriptions.FirstOrDefault(found => found.Name == edge.Name);
        if (old is not null && (old.Site != site || !call.Flag("Force")))
        {
            throw CommandException.Terminating($"{edge.Name} is subscribed already.");
        }

        sync.Import(edge, Text("ESRAPassword"), site, call.Windows.Now);
        if (!call.Has("CreateInboundSendConnector") || call.Flag("CreateInboundSendConnector"))
        {
            sync.Connect($"EdgeSync - Inbound to {site}", edge.Name, call.Windows.Now);
        }

        if (sync.ImportConnects
            && (!call.Has("CreateInternetSendConnector") || call.Flag("CreateInternetSendConnector")))
        {
            sync.Connect($"EdgeSync - {site} to Internet", edge.Name, call.Windows.Now);
        }
    }

    private static object Start(Call call)
    {
        var subscription = Sync(call).Find(call.Text("TargetServer"));
        if (Area(call).IsLeasedElsewhere)
        {
            throw new CommandException("Another server holds the lease.");
        }

        var isDone = Area(call).Synchronize(subscription, call.Windows.Now);
        return Record.Of(
            ("Name", subscription.Name),
            ("Result", new ExchangeText(isDone ? "Success" : "CouldNotConnect")));
    }

    private static PSObject Look(Call call)
    {
        var subscription = Sync(call).Find(call.Text("TargetServer"));
        if (Area(call).IsLeasedElsewhere)
        {
            Area(call).Synchronize(subscription, call.Windows.Now);
        }

        // Whatever was imported since, what was synchronised before is a normal state.
        var isNormal = subscription.SynchronizedAt > default(DateTime);
        return Record.Of(
            ("Name", subscription.Name), ("SyncStatus", new ExchangeText(isNormal ? "Normal" : "NotStarted")),
            ("LastSynchronizedUtc", subscription.SynchronizedAt),
            ("FailureDetail", isNormal ? "" : "no synchronisation yet"));
    }
}
