namespace ExchangeOnAws.Planning;

/// <summary>One step of a chain on one server: each waits for the one before it.</summary>
/// <param name="Name">What is done, in one word.</param>
/// <param name="Script">The script's path below Scripts.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Arguments">What the script is told.</param>
internal sealed record LinkedStep(
    string Name, string Script, int Minutes, params (string, StepArgument)[] Arguments)
{
    // Downloads and installers are given their time.
    private bool WaitsLong => Script is "Exchange/Save-Media" or "Windows/Install-Package";

    /// <summary>The steps of a server, the first one after nothing.</summary>
    public static IEnumerable<StepPlan> Chain(HostPlan host, IEnumerable<LinkedStep> links)
    {
        var previous = Array.Empty<string>();
        foreach (var link in links)
        {
            var step = link.On(host, previous);
            yield return step;
            previous = [step.Id];
        }
    }

    /// <summary>The step on a server.</summary>
    public StepPlan On(HostPlan host, IEnumerable<string> after) =>
        ServerSteps.Step(host, Name, Script, Minutes, after, Arguments) with { WaitsLong = WaitsLong };
}
