using ExchangeOnAws.Values;
using Pulumi;
using Ssm = Pulumi.Aws.Ssm;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="AgentPackage"/> needs.</summary>
public sealed class AgentPackageArgs
{
    /// <summary>A package of AWS, for example AmazonCloudWatchAgent.</summary>
    public required string Package { get; init; }

    public required Input<string> InstanceId { get; init; }

    /// <summary>What must have happened before.</summary>
    public required Resource Ready { get; init; }

    /// <summary>Waits until the server answers.</summary>
    public required ResourceHook Registered { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>
/// A package that AWS publishes for its servers, installed by Systems Manager and waited for.
/// </summary>
internal static class AgentPackage
{
    /// <summary>How long the deployment waits for one.</summary>
    public const int WaitSeconds = 1800;

    public static Ssm.Association Install(string name, AgentPackageArgs args, Resource parent) =>
        new(name, new Ssm.AssociationArgs
        {
            AssociationName = args.Tags.NameOf(AwsNames.Association, name),
            Name = "AWS-ConfigureAWSPackage",
            Parameters = { ["action"] = "Install", ["name"] = args.Package },
            Targets =
            {
                new Ssm.Inputs.AssociationTargetArgs { Key = "InstanceIds", Values = args.InstanceId },
            },
            WaitForSuccessTimeoutSeconds = WaitSeconds,
            Tags = args.Tags.OfAssociation(name),
        }, AssociationChanges.Waited(parent, args.Registered, args.Ready));
}
