namespace ExchangeOnAws.Components;

/// <summary>What a document is made of.</summary>
/// <param name="Name">The name of its one step.</param>
/// <param name="Description">What state it brings about.</param>
/// <param name="Scripts">
/// The scripts that its text was made from; their parameters are the document's.
/// </param>
/// <param name="Text">The flattened script.</param>
/// <param name="Timeout">How long one run may take; a run after a restart has as long again.</param>
public sealed record DocumentContent(
    string Name, string Description, IReadOnlyList<StepScript> Scripts, string Text, TimeSpan Timeout)
{
    /// <summary>
    /// What parameters are when nobody gives them; others are empty, and the script takes its own default.
    /// </summary>
    public IReadOnlyDictionary<string, string> Defaults { get; init; } = new Dictionary<string, string>();
}
