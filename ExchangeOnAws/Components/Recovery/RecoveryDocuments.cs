using System.Collections.Immutable;
using ExchangeOnAws.Planning;
using Pulumi;
using Ssm = Pulumi.Aws.Ssm;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="RecoveryDocuments"/> needs.</summary>
public sealed class RecoveryDocumentsArgs : ResourceArgs
{
    public required IReadOnlyList<RecoveryPlan> Recoveries { get; init; }

    public required ClusterPlan Cluster { get; init; }

    public string DagName => Cluster.DagName;

    /// <summary>The witness's full name; empty where there is none.</summary>
    public required string WitnessServer { get; init; }

    /// <summary>Instance ids by host name.</summary>
    public required IReadOnlyDictionary<string, Output<string>> InstanceIds { get; init; }

    public required Input<string> LogBucket { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>
/// The recoveries as SSM Automation documents: an operator starts the one for the case, types which members
/// are lost, and the commands of the plan run on this stack's servers with the operator's own rights.
/// </summary>
public sealed class RecoveryDocuments : ComponentResource
{
    /// <summary>The script that brings the cluster back.</summary>
    public const string RestoreScript = "Recovery/Restore-Cluster";

    /// <summary>The script that lets a domain controller be the witness.</summary>
    public const string WitnessScript = "Recovery/Add-WitnessRights";

    /// <summary>The script that takes members back.</summary>
    public const string ReturnScript = "Recovery/Restore-Membership";

    /// <summary>The document that takes rights back after the emergency.</summary>
    public const string TakeBack = "take-back-rights";

    /// <summary>
    /// How long a script may take: restoring waits for databases to come up on what is left.
    /// </summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromMinutes(StepPlan.LongestTimeoutMinutes);

    public RecoveryDocuments(
        string name, RecoveryDocumentsArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:RecoveryDocuments", name, args, options)
    {
        var restore = CreateCommand(name, args.Tags, RestoreScript);
        var witness = CreateCommand(name, args.Tags, WitnessScript);
        Names = args.Recoveries
            .Where(recovery => recovery.HasDocument)
            .ToImmutableDictionary(
                recovery => recovery.Name,
                recovery => CreateAutomation(name, args, recovery.Name, RecoveryAutomation.Content(
                    args, recovery, restore.Name, witness.Name)));
        if (args.Recoveries.FirstOrDefault(recovery => recovery.WitnessController is not null) is { } any)
        {
            Names = Names.Add(TakeBack, CreateAutomation(name, args, TakeBack, RecoveryAutomation.TakeBack(
                args, any.WitnessController!, witness.Name)));
        }

        var membership = CreateCommand(name, args.Tags, ReturnScript);
        Names = Names.AddRange(SwitchBack.Of(args.Cluster).Select(back => KeyValuePair.Create(
            back.Name, CreateAutomation(
                name, args, back.Name, RecoveryAutomation.Return(args, back, membership.Name)))));
        RegisterOutputs();
    }

    /// <summary>The documents' names by recovery.</summary>
    public ImmutableDictionary<string, Output<string>> Names { get; }

    private Ssm.Document CreateCommand(string name, ResourceTags tags, string script) =>
        ScriptDocument.Create(
            $"{name}-{StepScript.Shipped(script).Name.ToLowerInvariant()}",
            ScriptDocument.Of(script, Timeout), tags.Named(ScriptDocument.NameOf(script)), this);

    private Output<string> CreateAutomation(
        string name, RecoveryDocumentsArgs args, string recovery, Output<string> content) =>
        new Ssm.Document($"{name}-{recovery}", new Ssm.DocumentArgs
        {
            DocumentType = "Automation",
            DocumentFormat = "JSON",
            Content = content,
            Tags = args.Tags.Named(recovery),
        }, new CustomResourceOptions { Parent = this }).Name;
}
