using ExchangeOnAws.Planning;
using ExchangeOnAws.Values;
using Pulumi;
using CloudWatch = Pulumi.Aws.CloudWatch;
using Ssm = Pulumi.Aws.Ssm;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="CloudWatchAgent"/> needs.</summary>
public sealed class CloudWatchAgentArgs : ResourceArgs
{
    /// <summary>The servers that have a fixed name.</summary>
    public required IReadOnlyList<HostPlan> Hosts { get; init; }

    /// <summary>Instance ids by host name.</summary>
    public required IReadOnlyDictionary<string, Output<string>> InstanceIds { get; init; }

    /// <summary>The path of parameters and log groups, with a slash at both ends.</summary>
    public required Input<string> Path { get; init; }

    public required Input<string> EncryptionKeyArn { get; init; }

    public required int LogRetentionDays { get; init; }

    public required bool DeletionProtection { get; init; }

    /// <summary>The end of the steps: what is installed here must not meet their restarts.</summary>
    public required Resource Ready { get; init; }

    /// <summary>Waits until the server of an association answers.</summary>
    public required ResourceHook Registered { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>
/// The CloudWatch agent on every server that has a fixed name, with a configuration per tier: counters of
/// Windows and Exchange, event logs, logs of setup and of the steps.
/// </summary>
public sealed class CloudWatchAgent : ComponentResource
{
    public CloudWatchAgent(
        string name, CloudWatchAgentArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:CloudWatchAgent", name, args, options)
    {
        var logs = CreateLogGroup(name, args);
        foreach (var tier in args.Hosts.GroupBy(host => host.Role))
        {
            var configuration = CreateConfiguration(name, args, tier.Key, logs);
            foreach (var host in tier)
            {
                Configure(name, args, host, configuration);
            }
        }

        RegisterOutputs();
    }

    private CloudWatch.LogGroup CreateLogGroup(string name, CloudWatchAgentArgs args) =>
        new($"{name}-logs", new CloudWatch.LogGroupArgs
        {
            Name = Output.Format($"{args.Path}{Monitored.LogGroup}"),
            RetentionInDays = args.LogRetentionDays,
            KmsKeyId = args.EncryptionKeyArn,
            Tags = args.Tags.Named("server-logs"),
        }, new CustomResourceOptions { Parent = this, RetainOnDelete = args.DeletionProtection });

    // Another content is another name, so that the agents are configured again.
    private Ssm.Parameter CreateConfiguration(
        string name, CloudWatchAgentArgs args, HostRole role, CloudWatch.LogGroup logs)
    {
        var tier = role.PortTier().Word();
        var version = AgentConfiguration.Version(role);
        return new Ssm.Parameter($"{name}-{tier}", new Ssm.ParameterArgs
        {
            Name = Output.Format($"{args.Path}{Monitored.ConfigurationFolder}/{tier}-{version}"),
            Type = "String",
            InsecureValue = logs.Name.Apply(group =>
                AgentConfiguration.Of(role, Monitored.MetricNamespace, group)),
            Tags = args.Tags.Named($"monitoring-{tier}"),
        }, new CustomResourceOptions { Parent = this });
    }

    private void Configure(
        string name, CloudWatchAgentArgs args, HostPlan host, Ssm.Parameter configuration)
    {
        var server = $"{name}-{host.Name.ToLowerInvariant()}";
        var installed = AgentPackage.Install($"{server}-package", new AgentPackageArgs
        {
            Package = "AmazonCloudWatchAgent",
            InstanceId = args.InstanceIds[host.Name],
            Ready = args.Ready,
            Registered = args.Registered,
            Tags = args.Tags,
        }, this);
        _ = new Ssm.Association(server, new Ssm.AssociationArgs
        {
            AssociationName = args.Tags.NameOf(AwsNames.Association, server),
            Name = "AmazonCloudWatch-ManageAgent",
            Parameters =
            {
                ["action"] = "configure",
                ["mode"] = "ec2",
                ["optionalConfigurationSource"] = "ssm",
                ["optionalConfigurationLocation"] = configuration.Name,
                ["optionalRestart"] = "yes",
            },
            Targets =
            {
                new Ssm.Inputs.AssociationTargetArgs
                {
                    Key = "InstanceIds",
                    Values = args.InstanceIds[host.Name],
                },
            },
            WaitForSuccessTimeoutSeconds = AgentPackage.WaitSeconds,
            Tags = args.Tags.OfAssociation(server),
        }, AssociationChanges.Waited(this, args.Registered, installed));
    }
}
