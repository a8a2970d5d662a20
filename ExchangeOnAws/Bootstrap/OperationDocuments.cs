using System.Collections.Immutable;
using ExchangeOnAws.Components;
using ExchangeOnAws.Planning;
using Pulumi;

namespace ExchangeOnAws.Bootstrap;

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
    public const string EnterMaintenance = "enter-maintenance";

    public const string ExitMaintenance = "exit-maintenance";

    /// <summary>What operators call the documents, and the script of each.</summary>
    public static IReadOnlyList<(string Name, string Script)> Scripts { get; } =
    [
        (EnterMaintenance, "Operations/Enter-Maintenance"),
        (ExitMaintenance, "Operations/Exit-Maintenance"),
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
        Names = Scripts.Select(each => KeyValuePair.Create(each.Name, ScriptDocument.Create(
                $"{name}-{each.Name}",
                ScriptDocument.Of(each.Script, Timeout, DefaultsOf(each.Name, args)),
                args.Tags.Named(ScriptDocument.NameOf(each.Script)), this).Name))
            .ToImmutableDictionary();
        RegisterOutputs();
    }

    // A hook of Patch Manager gets no parameters.
    private static Dictionary<string, string> DefaultsOf(string document, OperationDocumentsArgs args) =>
        document == EnterMaintenance ? new() { ["Members"] = string.Join(',', args.Members) } : [];

    /// <summary>The documents' names by what operators call them.</summary>
    public ImmutableDictionary<string, Output<string>> Names { get; }
}
