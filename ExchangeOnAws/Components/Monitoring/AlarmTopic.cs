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

    // A policy of its own takes the place of the default one, so alarms are named here too.
    private void AdmitPublishers(string name, AlarmTopicArgs args, Sns.Topic topic) =>
        _ = new Sns.TopicPolicy($"{name}-policy", new Sns.TopicPolicyArgs
        {
            Arn = topic.Arn,
            Policy = Policy.Document(
                Publisher("Alarms", args.Environment.ServicePrincipal("cloudwatch"), topic, new()
                {
                    ["StringEquals"] = new() { ["aws:SourceAccount"] = args.Environment.AccountId },
                }),
                Publisher("Events", args.Environment.ServicePrincipal("events"), topic, new()
                {
                    ["ArnLike"] = new() { ["aws:SourceArn"] = args.Environment.Arn("events", "rule/*") },
                })),
        }, new CustomResourceOptions { Parent = this });

    private static PolicyStatement Publisher(
        string sid,
        string service,
        Sns.Topic topic,
        Dictionary<string, Dictionary<string, Input<string>>> condition) => new()
        {
            Sid = sid,
            Principal = new() { ["Service"] = service },
            Action = ["sns:Publish"],
            Resource = [topic.Arn],
            Condition = condition,
        };

    private void Subscribe(string name, Sns.Topic topic, string email) =>
        _ = new Sns.TopicSubscription($"{name}-{email}", new Sns.TopicSubscriptionArgs
        {
            Topic = topic.Arn,
            Protocol = "email",
            Endpoint = email,
        }, new CustomResourceOptions { Parent = this });
}
