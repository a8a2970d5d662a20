using System.Collections.Immutable;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Values;
using Pulumi;

namespace ExchangeOnAws.Components;

/// <summary>The tags of every resource: Name, Project, Stack and those of the stack file.</summary>
public sealed class ResourceTags
{
    private readonly ImmutableDictionary<string, string> _common;
    private readonly bool _keepsAssociationTags;

    /// <param name="stackName">The stack, which the Name tag carries.</param>
    /// <param name="extra">The stack file's tags.</param>
    /// <param name="region">Where the deployment runs.</param>
    public ResourceTags(string stackName, IReadOnlyDictionary<string, string> extra, string region)
    {
        _keepsAssociationTags = AwsPartition.Of(region).KeepsAssociationTags;
        Prefix = $"{StackConfiguration.ProjectName}-{stackName}";
        _common = extra.ToImmutableDictionary().SetItems(StackTags.Of(stackName));
    }

    /// <summary>What the Name tag of every resource begins with.</summary>
    public string Prefix { get; }

    /// <summary>A name with the stack's in it, which AWS takes.</summary>
    /// <param name="rule">What AWS takes.</param>
    /// <param name="end">What tells it from others of the stack.</param>
    public string NameOf(AwsNameRule rule, string end) => $"{rule.Fit(Prefix, end.Length + 1)}-{end}";

    /// <summary>The same, unique in the account.</summary>
    /// <param name="rule">What AWS takes.</param>
    /// <param name="suffix">The deployment's random digits.</param>
    /// <param name="end">What tells it from others of the stack; empty where there is one only.</param>
    public Output<string> NameOf(AwsNameRule rule, Output<string> suffix, string end = "") =>
        Output.Format($"{rule.Fit(Prefix, AwsNames.SuffixLength + end.Length + 1)}-{suffix}{end}");

    public static ResourceTags For(DeploymentPlan plan) =>
        new(plan.StackName, plan.Settings.Tags, plan.Region);

    /// <summary>The same tags in the form that AwsNative takes.</summary>
    public InputList<Pulumi.AwsNative.Inputs.TagArgs> ListNamed(string name) => AllOf(name)
        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => new Pulumi.AwsNative.Inputs.TagArgs { Key = tag.Key, Value = tag.Value })
        .ToArray();

    /// <summary>
    /// The same tags in the form that Auto Scaling groups take, for the group and what it launches.
    /// </summary>
    public InputList<Pulumi.Aws.AutoScaling.Inputs.GroupTagArgs> GroupNamed(string name) => AllOf(name)
        .OrderBy(tag => tag.Key, StringComparer.Ordinal)
        .Select(tag => new Pulumi.Aws.AutoScaling.Inputs.GroupTagArgs
        {
            Key = tag.Key,
            Value = tag.Value,
            PropagateAtLaunch = true,
        })
        .ToArray();

    /// <summary>
    /// All tags of the resource that people know by this name, for example private-eu-west-1a.
    /// </summary>
    public InputMap<string> Named(string name) => AllOf(name);

    /// <summary>The same for an association; none where Systems Manager does not keep them.</summary>
    public InputMap<string> OfAssociation(string name) => _keepsAssociationTags ? AllOf(name) : [];

    /// <summary>The same with one more tag.</summary>
    public InputMap<string> Named(string name, (string Key, Output<string> Value) more)
    {
        InputMap<string> tags = AllOf(name);
        tags.Add(more.Key, more.Value);
        return tags;
    }

    private ImmutableDictionary<string, string> AllOf(string name) =>
        _common.SetItem("Name", $"{Prefix}-{name}");
}
