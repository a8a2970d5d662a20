using System.Collections;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>What CloudWatch was told: namespace, metric, dimensions in their order, value.</summary>
public sealed record SimulatedMetric(
    string Namespace, string Name, string Dimensions, double Value, DateTime At);

public sealed class SimulatedMetrics
{
    public List<SimulatedMetric> All { get; } = [];
}

public sealed class MetricHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Changes("Write-CWMetricData", call =>
        {
            if (call.Text("Region") != call.Windows.Area<SimulatedCloud>().Region)
            {
                throw CommandException.Terminating("No region specified or obtained from shell defaults.");
            }

            var datum = (IDictionary)call.Value("MetricData")!;
            var dimensions = ((IEnumerable)Call.Unwrap(datum["Dimensions"])!).Cast<object>()
                .Select(item => (IDictionary)Call.Unwrap(item)!)
                .Select(dimension => $"{dimension["Name"]}={dimension["Value"]}");
            call.Windows.Area<SimulatedMetrics>().All.Add(new(
                call.Text("Namespace"), $"{datum["MetricName"]}", string.Join(",", dimensions),
                Convert.ToDouble(Call.Unwrap(datum["Value"]), null), call.Windows.Now));
        }),
    ];
}
