using System.Text.Json.Nodes;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;
using Pulumi;
using AwsInsights = Pulumi.Aws.ApplicationInsights;
using ResourceGroups = Pulumi.Aws.ResourceGroups;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="ApplicationInsights"/> needs.</summary>
public sealed class ApplicationInsightsArgs : ResourceArgs
{
    public required string StackName { get; init; }

    /// <summary>What makes names unique in the account.</summary>
    public required Output<string> Suffix { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>CloudWatch Application Insights over everything that has the stack's tags.</summary>
public sealed class ApplicationInsights : ComponentResource
{
    public ApplicationInsights(
        string name, ApplicationInsightsArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:ApplicationInsights", name, args, options)
    {
        var group = new ResourceGroups.Group($"{name}-group", new ResourceGroups.GroupArgs
        {
            Name = args.Tags.NameOf(AwsNames.ResourceGroup, args.Suffix),
            ResourceQuery = new ResourceGroups.Inputs.GroupResourceQueryArgs
            {
                Type = "TAG_FILTERS_1_0",
                Query = Query(args.StackName),
            },
            Tags = args.Tags.Named("insights"),
        }, new CustomResourceOptions { Parent = this });
        _ = new AwsInsights.Application($"{name}-application", new AwsInsights.ApplicationArgs
        {
            ResourceGroupName = group.Name,
            // Its own configuration of the agents would take the place of this deployment's.
            AutoConfigEnabled = false,
            CweMonitorEnabled = true,
            Tags = args.Tags.Named("insights"),
        }, new CustomResourceOptions { Parent = this });
        RegisterOutputs();
    }

    private static string Query(string stackName) => new JsonObject
    {
        ["ResourceTypeFilters"] = new JsonArray("AWS::EC2::Instance"),
        ["TagFilters"] = new JsonArray(
        [
            .. StackTags.Of(stackName).OrderBy(tag => tag.Key, StringComparer.Ordinal)
                .Select(tag => new JsonObject
                {
                    ["Key"] = tag.Key,
                    ["Values"] = new JsonArray(tag.Value),
                }),
        ]),
    }.ToJsonString();
}
