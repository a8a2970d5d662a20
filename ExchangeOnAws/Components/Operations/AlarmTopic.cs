using Pulumi;
using Sns = Pulumi.Aws.Sns;

namespace ExchangeOnAws.Components;

/// <summary>What <see cref="AlarmTopic"/> needs.</summary>
public sealed class AlarmTopicArgs : ResourceArgs
{
    /// <summary>Who hears of alarms; each confirms by e-mail once.</summary>
    public required IReadOnlyList<string> Emails { get; init; }

    public required AwsEnvironment Environment { get; init; }

    public required Input<string> EncryptionKeyArn { get; init; }

    public required ResourceTags Tags { get; init; }
}

/// <summary>Where the deployment's alarms go.</summary>
public sealed class AlarmTopic : ComponentResource
{
    public AlarmTopic(string name, AlarmTopicArgs args, ComponentResourceOptions? options = null)
        : base("exchange:index:AlarmTopic", name, args, options)
    {
        var topic = new Sns.Topic($"{name}-topic", new Sns.TopicArgs
        {
            KmsMasterKeyId = args.EncryptionKeyArn,
            Tags = args.Tags.Named("alarms"),
        }, new CustomResourceOptions { Parent = this });
        AdmitPublishers(name, args, topic);
        foreach (var email in args.Emails)
        {
            Subscribe(name, topic, email);
        }

        Arn = topic.Arn;
        RegisterOutputs();
    }

    [Output]
    public Output<string> Arn { get; private set; }

    // Alarms publish as the service, and meet the condition (CloudWatch user guide, "Notifying users on alarm
    // changes"). Rules of EventBridge would never meet one: they publish with a role, see FailureEvents.
    private void AdmitPublishers(string name, AlarmTopicArgs args, Sns.Topic topic) =>
        _ = new Sns.TopicPolicy($"{name}-policy", new Sns.TopicPolicyArgs
        {
            Arn = topic.Arn,
            Policy = Policy.Document(new PolicyStatement
            {
                Sid = "Alarms",
                Principal = new() { ["Service"] = args.Environment.ServicePrincipal("cloudwatch") },
                Action = ["sns:Publish"],
                Resource = [topic.Arn],
                Condition = new()
                {
                    ["StringEquals"] = new() { ["aws:SourceAccount"] = args.Environment.AccountId },
                },
            }),
        }, new CustomResourceOptions { Parent = this });

    private void Subscribe(string name, Sns.Topic topic, string email) =>
        _ = new Sns.TopicSubscription($"{name}-{email}", new Sns.TopicSubscriptionArgs
        {
            Topic = topic.Arn,
            Protocol = "email",
            Endpoint = email,
        }, new CustomResourceOptions { Parent = this });
}
