namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Parameter Store as the instance role sees it.</summary>
public sealed class SimulatedParameters
{
    public Dictionary<string, string> Values { get; } = [];
}

public sealed class ParameterStoreHandlers : HandlerGroup
{
    // Standard parameters hold 4 KB (Systems Manager user guide, parameter tiers).
    private const int Limit = 4096;

    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-SSMParameter", call => Parameters(call).TryGetValue(call.Text("Name"), out var value)
            ? Record.Of(("Name", call.Text("Name")), ("Value", value), ("Type", new ExchangeText("String")))
            : throw CommandException.Terminating(
                "Amazon.SimpleSystemsManagement.Model.ParameterNotFoundException")),
        Changes("Write-SSMParameter", call =>
        {
            var (parameters, name, value) = (Parameters(call), call.Text("Name"), call.Text("Value"));
            var refusal = parameters.ContainsKey(name) && !call.Flag("Overwrite")
                    ? "The parameter already exists."
                : value.Length > Limit ? "Standard tier parameters support a maximum of 4096 characters."
                : value.Contains("{{", StringComparison.Ordinal) ? "Parameter value can't nest parameters."
                : null;
            parameters[name] = refusal is null ? value : throw CommandException.Terminating(refusal);
        }),
    ];

    private static Dictionary<string, string> Parameters(Call call) =>
        call.Text("Region") == call.Windows.Area<SimulatedCloud>().Region
            ? call.Windows.Area<SimulatedParameters>().Values
            : throw CommandException.Terminating(
                "No region specified or obtained from persisted/shell defaults.");
}
