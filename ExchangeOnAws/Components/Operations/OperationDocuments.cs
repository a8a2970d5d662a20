using System.Collections.Immutable;
using ExchangeOnAws.Planning;
using Pulumi;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="OperationDocuments"/> needs.</summary>
public sealed class OperationDocumentsArgs : ResourceArgs
{
    /// <summary>The members' full names, which a witness cannot know by itself.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>
/// Command documents that an operator starts on a server, and that updates run before and after: into
/// maintenance, out of it, a database copy seeded anew.
/// </summary>
public sealed class OperationDocuments : ComponentResource
{
    private const string Enter = "Operations/Enter-Maintenance";

    private const string Exit = "Operations/Exit-Maintenance";

    /// <summary>What operators call the documents, and the script of each.</summary>
    public static IReadOnlyList<(string Name, string Script)> Scripts { get; } =
    [
        ("enter-maintenance", Enter), ("exit-maintenance", Exit),
        ("reset-database-copy", "Recovery/Reset-DatabaseCopy"),
    ];

    /// <summary>
    /// The longest that one of them may take: queues are drained, copies catch up or are seeded.
    /// </summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromMinutes(StepPlan.LongestTimeoutMinutes);

    public OperationDocuments(
        string name, OperationDocumentsArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:OperationDocuments", name, args, options)
    {
        Names = Scripts.Select(each => KeyValuePair.Create(each.Name, Create(
                $"{name}-{each.Name}", args, each.Script, each.Script == Enter ? MembersOf(args) : [])))
            .ToImmutableDictionary();

        // Hooks of Patch Manager get no parameters, so they have documents of their own.
        BeforeUpdates = Create(
            $"{name}-before-updates", args, Enter, new(MembersOf(args)) { ["Reason"] = Patching });
        AfterUpdates = Create($"{name}-after-updates", args, Exit, new() { ["Always"] = "false" });
        RegisterOutputs();
    }

    /// <summary>The document that takes a server out of service before its updates, or refuses to.</summary>
    public Output<string> BeforeUpdates { get; }

    /// <summary>The document that brings it back afterwards.</summary>
    public Output<string> AfterUpdates { get; }

    // The reason by which the two scripts know each other.
    private const string Patching = "patching";

    private Output<string> Create(
        string name, OperationDocumentsArgs args, string script, Dictionary<string, string> defaults) =>
        ScriptDocument.Create(
            name, ScriptDocument.Of(script, Timeout, defaults), args.Tags.Named(name), this).Name;

    private static Dictionary<string, string> MembersOf(OperationDocumentsArgs args) =>
        new() { ["Members"] = string.Join(',', args.Members) };

    /// <summary>The documents' names by what operators call them.</summary>
    public ImmutableDictionary<string, Output<string>> Names { get; }
}
