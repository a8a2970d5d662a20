namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Windows services.</summary>
public sealed class ServiceHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-Service", call => call.Texts("Name")
            .Select(name => call.Windows.Services.Get(name))
            .Select(service => Record.Of(
                ("Name", service.Name), ("Status", service.Status), ("StartType", service.StartType)))),
        Changes("Set-Service", call => Each(call, service =>
            service.StartType = call.Text("StartupType", service.StartType))),
        Changes("Start-Service", call => Each(call, service => service.Status = "Running")),
        Changes("Stop-Service", call => Each(call, service => service.Status = "Stopped")),
        Changes("Restart-Service", call => Each(call, service => service.Status = "Running")),
    ];

    private static void Each(Call call, Action<SimulatedService> act)
    {
        foreach (var name in call.Texts("Name"))
        {
            act(call.Windows.Services.Get(name));
        }
    }
}
