using System.Text.RegularExpressions;

namespace ExchangeOnAws.Tests.Support.Windows;

/// <summary>Power plans by their numbers, which are the same in every Windows.</summary>
public sealed partial class SimulatedPower
{
    public const string Balanced = "381b4222-f694-41f0-9685-ff5bb260df2e";
    public const string HighPerformance = "8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c";

    public string ActivePlan { get; set; } = Balanced;

    public static void AddPowercfg(SimulatedWindows windows) => windows.Programs.Add(
        "powercfg.exe", Effect.Changes, start =>
        {
            var plan = Plan().Match(start.Arguments).Groups["plan"].Value;
            if (plan is not (Balanced or HighPerformance))
            {
                return new(1, "The power scheme, subgroup or setting specified does not exist.");
            }

            start.Windows.Area<SimulatedPower>().ActivePlan = plan;
            return new();
        });

    [GeneratedRegex("^/setactive (?<plan>[0-9a-f-]{36})$")]
    private static partial Regex Plan();
}

/// <summary>Power plans and the time of the last start.</summary>
public sealed class PowerHandlers : HandlerGroup
{
    public override IEnumerable<Handler> Handlers =>
    [
        Reads("Get-CimInstance", call => new[] { SimulatedPower.Balanced, SimulatedPower.HighPerformance }
            .Select(plan => Record.Of(
                ("InstanceID", $@"Microsoft:PowerPlan\{{{plan}}}"),
                ("IsActive", plan == call.Windows.Area<SimulatedPower>().ActivePlan)))) with
        {
            When = call => call.Text("ClassName") == "Win32_PowerPlan"
                && call.Text("Namespace") == @"root\cimv2\power",
        },
        Reads("Get-CimInstance", call => Record.Of(("LastBootUpTime", call.Windows.BootedAt))) with
        {
            When = call => call.Text("ClassName") == "Win32_OperatingSystem",
        },
    ];
}
