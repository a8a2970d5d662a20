using Pulumi;

namespace ExchangeOnAws.Components;

/// <summary>What a changed input does to an association that <c>pulumi up</c> waits for.</summary>
/// <remarks>
/// Systems Manager runs an association at once when it is updated, whatever was updated, and only the
/// creation waits for success: a step would run out of its order, on a server in service, and nobody would
/// hear of its failure (Systems Manager user guide, "About associations"; hashicorp/terraform-provider-aws,
/// internal/service/ssm/association.go). So what is sent with UpdateAssociation makes a new association,
/// which runs in its turn, is waited for, and finds its state there.
/// </remarks>
internal static class AssociationChanges
{
    /// <summary>The engine's word for a resource whose creation failed after it got its id.</summary>
    /// <remarks>
    /// Without it the engine updates such an association without waiting and takes it for done (pulumi,
    /// pkg/resource/deploy/step_generator.go, August 2026).
    /// </remarks>
    public const string FailedCreation = "#initerror";

    /// <summary>Inputs whose change makes a new association, each with what a change means.</summary>
    public static IReadOnlyDictionary<string, string> Replacing { get; } = new Dictionary<string, string>
    {
        ["associationName"] = "the stack's prefix or the step's id is another",
        ["documentVersion"] = "the script changed",
        ["name"] = "the document is another one; the provider replaces by itself",
        ["outputLocation"] = "the bucket of the logs is another",
        ["parameters"] = "the step is told something else",
        ["targets"] = "the server is another one",
        ["waitForSuccessTimeoutSeconds"] = "the step may take longer; its document says so too",
    };

    /// <summary>
    /// Inputs of scripts that run by a schedule. Nothing waits for those, and one run more publishes a metric
    /// once more: they are updated in place.
    /// </summary>
    public static IReadOnlyList<string> OfSchedules { get; } =
        ["applyOnlyAtCronInterval", "scheduleExpression"];

    /// <summary>Inputs that the provider changes without a call to UpdateAssociation.</summary>
    public static IReadOnlyList<string> Harmless { get; } = ["tags"];

    /// <summary>The options of an association whose success is waited for.</summary>
    public static CustomResourceOptions Waited(
        Resource parent, ResourceHook registered, params Resource[] after) => new()
        {
            Parent = parent,
            DependsOn = after,
            Hooks = { BeforeCreate = { registered } },
            ReplaceOnChanges = [.. Replacing.Keys.Order(StringComparer.Ordinal), FailedCreation],
            DeleteBeforeReplace = true,
        };
}
