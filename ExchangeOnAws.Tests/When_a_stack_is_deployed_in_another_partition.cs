using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests;

/// <summary>Every optional part, in a region of each partition.</summary>
[TestFixture("eu-west-1", "aws", "amazonaws.com")]
[TestFixture("us-gov-west-1", "aws-us-gov", "amazonaws.com")]
[TestFixture("cn-north-1", "aws-cn", "amazonaws.com.cn")]
public sealed partial class When_a_stack_is_deployed_in_another_partition(
    string region, string partition, string dnsSuffix)
{
    private DeploymentPlan _plan = null!;
    private DeployedStack _deployed = null!;
    private string[] _texts = null!;

    // What AWS takes for a principal, written down apart from the program (IAM user guide, "Principal";
    // CloudWatch Logs user guide, "Encrypt log data"; aws-cdk, region-info).
    private string[] Principals =>
    [
        .. new[] { "backup", "cloudwatch", "ec2", "events", "vpc-flow-logs" }
            .Select(service => $"{service}.amazonaws.com"),
        $"logs.{region}.{dnsSuffix}",
        .. partition == "aws" ? ["logdelivery.elasticloadbalancing.amazonaws.com"] : Array.Empty<string>(),
    ];

    [OneTimeSetUp]
    public async Task Deploy()
    {
        var settings = Plans.InRegion(region).Settings;
        _plan = Plans.Of(settings with
        {
            Mailbox = settings.Mailbox with
            {
                Media = settings.Mailbox.Media with { Source = "s3://media/exchange.iso" },
            },
        });
        _deployed = await DeployedStack.Of(_plan);
        _texts = [.. _deployed.Resources.SelectMany(resource => TextsIn(resource.Inputs))];
    }

    [Test]
    public void Should_name_things_of_its_own_partition_only()
    {
        string[] partitions = [.. _texts.SelectMany(text => Arn().Matches(text))
            .Select(match => match.Groups[1].Value).Distinct()];

        Assert.That(partitions, Is.EqualTo(new[] { partition }));
    }

    [Test]
    public void Should_name_services_as_its_partition_does()
    {
        string[] named = [.. _texts.SelectMany(text => Service().Matches(text))
            .Select(match => match.Groups[1].Value).Distinct()];

        Assert.That(named, Is.EquivalentTo(Principals));
    }

    [Test]
    public void Should_use_keys_through_services_of_its_partition()
    {
        string[] named = [.. _texts.SelectMany(text => ViaService().Matches(text))
            .Select(match => match.Groups[1].Value).Distinct()];

        Assert.That(named, Is.SupersetOf(new[]
        {
            $"s3.{region}.{dnsSuffix}", $"secretsmanager.{region}.{dnsSuffix}",
        }).And.All.EndsWith($".{region}.{dnsSuffix}"));
    }

    // Elastic Load Balancing user guide, "Access logs": the accounts of Beijing and GovCloud (US-West).
    [Test]
    public void Should_let_the_load_balancer_write_its_logs()
    {
        var policy = _deployed.Named("aws:s3/bucketPolicy:BucketPolicy", "clients-logs-policy")
            .Text("policy");

        Assert.That(policy, Does.Contain(partition switch
        {
            "aws-cn" => "{\"AWS\":\"arn:aws-cn:iam::638102146993:root\"}",
            "aws-us-gov" => "{\"AWS\":\"arn:aws-us-gov:iam::048591011584:root\"}",
            _ => "{\"Service\":\"logdelivery.elasticloadbalancing.amazonaws.com\"}",
        }));
    }

    [Test]
    public void Should_tag_associations_where_tags_are_kept() => Assert.That(
        _deployed.All("aws:ssm/association:Association")
            .Select(association => association.Inputs.TryGetValue("tags", out var tags)
                && ((ImmutableDictionary<string, object>)tags).Count > 0)
            .Distinct(),
        Is.EqualTo(new[] { partition != "aws-cn" }));

    [Test]
    public void Should_ask_an_existing_domain_for_a_name_of_its_partition()
    {
        var plan = Plans.Of(_plan.Settings with
        {
            Directory = _plan.Settings.Directory with { Existing = Plans.ExistingDirectory },
        });

        Assert.That(plan.Directory.MustResolve, Is.EqualTo($"ssm.{region}.{dnsSuffix}"));
    }

    private static IEnumerable<string> TextsIn(object value) => value switch
    {
        string text => [text],
        ImmutableDictionary<string, object> map => map.Values.SelectMany(TextsIn),
        ImmutableArray<object> list => list.SelectMany(TextsIn),
        _ => [],
    };

    [GeneratedRegex("arn:(aws[a-z-]*):")]
    private static partial Regex Arn();

    [GeneratedRegex("\"Service\":\"([^\"]+)\"")]
    private static partial Regex Service();

    [GeneratedRegex("\"kms:ViaService\":\"([^\"]+)\"")]
    private static partial Regex ViaService();
}
