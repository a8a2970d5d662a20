using ExchangeOnAws.Checks;
using ExchangeOnAws.Evaluation;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using ExchangeOnAws.Values;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace ExchangeOnAws.Tests;

/// <summary>Every name in AWS, against what AWS takes, for stacks of any name.</summary>
public sealed class When_resources_are_named
{
    // What Pulumi puts behind the name of a resource: a hyphen and seven digits.
    private const string MadeByProvider = "-0a1b2c3";

    // No name of their own, in AWS or at all: they are parts of what has one, or known by an id.
    private static readonly HashSet<string> s_nameless =
    [
        "aws:acm/certificate:Certificate", "aws:acm/certificateValidation:CertificateValidation",
        "aws:applicationinsights/application:Application",
        "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
        "aws:cloudwatch/eventTarget:EventTarget", "aws:ebs/volume:Volume",
        "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "aws:ec2/eip:Eip",
        "aws:ec2/eipAssociation:EipAssociation", "aws:ec2/eipDomainName:EipDomainName",
        "aws:ec2/flowLog:FlowLog", "aws:ec2/instance:Instance",
        "aws:ec2/internetGateway:InternetGateway", "aws:ec2/natGateway:NatGateway", "aws:ec2/route:Route",
        "aws:ec2/routeTable:RouteTable", "aws:ec2/routeTableAssociation:RouteTableAssociation",
        "aws:ec2/subnet:Subnet", "aws:ec2/subnetCidrReservation:SubnetCidrReservation",
        "aws:ec2/volumeAttachment:VolumeAttachment", "aws:ec2/vpc:Vpc",
        "aws:ec2/vpcDhcpOptions:VpcDhcpOptions",
        "aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation", "aws:ec2/vpcEndpoint:VpcEndpoint",
        "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "aws:kms/key:Key", "aws:lb/listener:Listener",
        "aws:lb/listenerRule:ListenerRule", "aws:lb/targetGroupAttachment:TargetGroupAttachment",
        "aws:route53/record:Record",
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        "aws:s3/bucketOwnershipControls:BucketOwnershipControls", "aws:s3/bucketPolicy:BucketPolicy",
        "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
        "aws:s3/bucketVersioning:BucketVersioning", "aws:sns/topicPolicy:TopicPolicy",
        "aws:sns/topicSubscription:TopicSubscription",
        "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "random:index/randomId:RandomId",
    ];

    // Everything that carries the stack's name.
    private static readonly StackSettings s_everything = Plans.ThreeZoneSettings with
    {
        Backup = new() { CopyRegion = "eu-central-1", VaultLock = true },
        Monitoring = new() { ApplicationInsights = true, AlarmEmails = ["ada@example.com"] },
    };

    private static readonly Gen<string> s_stackNames = Gen.Frequency(
        (6, Gen.Choose(1, 100).SelectMany(length => Gen.ArrayOf(
                Gen.Elements("abcxyzABCXYZ0189-_.".ToCharArray()), length))
            .Select(letters => new string(letters))),
        (2, Gen.Elements(
            "production-exchange-eu-west-1", "mail.example.com", new string('-', 30), new string('.', 99))),
        (1, Gen.Elements("", "köln", "a b", "a/b", new string('a', 101), "aws", "\u0000")));

    [Test]
    public void Should_have_names_that_aws_takes_or_say_so() => Generators.Check(
        s_stackNames, cases: 30, stack =>
        {
            var plan = DeploymentPlan.From(stack, s_everything);
            return AllChecks.Run(plan, []).Any(finding => finding.Severity == Severity.Error)
                ? []
                : Refusals(plan);
        });

    [TestCase("production-exchange-eu-west-1")]
    [TestCase("mail.example.com")]
    [TestCase("a-name-of-26-characters-ok")]
    public void Should_plan_long_and_dotted_names_within_the_limits(string stack)
    {
        var plan = DeploymentPlan.From(stack, s_everything);

        Assert.That(
            AllChecks.Run(plan, []).Where(finding => finding.Severity == Severity.Error), Is.Empty);
        Assert.That(Refusals(plan), Is.Empty);
    }

    // The largest group: its steps, recoveries and updates have the longest names of their own.
    [Test]
    public void Should_have_names_for_sixteen_members() => Assert.That(
        Refusals(DeploymentPlan.From(new string('a', 100), s_everything with
        {
            Mailbox = s_everything.Mailbox with { NodesPerZone = 8, NamePrefix = "EXCHANGEMBX" },
        })),
        Is.Empty);

    [Test]
    public void Should_leave_names_as_they_are_where_they_fit()
    {
        var names = Resources(DeploymentPlan.From("prod", s_everything))
            .Select(resource => (Resource: resource, Rule: RuleOf(resource)))
            .Where(each => each.Rule is { IsMadeByProvider: false })
            .Select(each => (string)each.Resource.Inputs[each.Rule!.Property]).ToArray();

        Assert.That(names, Has.Member("exchange-on-aws-prod-${unique-suffix.hex}"));
        Assert.That(names, Has.Member("exchange-on-aws-prod-${unique-suffix.hex}-copy"));
        Assert.That(names, Has.Member("exchange-on-aws-prod-exa1-mailbox-role"));
        Assert.That(names, Has.Member("alias/exchange-on-aws-prod-"));
        Assert.That(names.Where(name => !name.Contains("exchange-on-aws-prod-", StringComparison.Ordinal)
            && !name.Contains("/exchange-on-aws/prod-", StringComparison.Ordinal)), Is.Empty);
    }

    // Cut names would meet where two copies of one vault, or two windows, differ at their end.
    [Test]
    public void Should_name_nothing_twice()
    {
        var names = Resources(DeploymentPlan.From(new string('a', 100), s_everything))
            .Select(resource => (resource.Type, Region: $"{resource.Inputs.GetValueOrDefault("region")}",
                Name: NameOf(resource)))
            .Where(each => each.Name is not null).ToArray();

        Assert.That(names, Is.Not.Empty.And.Unique);
    }

    [Test]
    public void Should_know_of_every_type_whether_it_has_a_name() => Assert.That(
        Resources(DeploymentPlan.From("prod", s_everything))
            .Where(resource => RuleOf(resource) is null == !s_nameless.Contains(resource.Type))
            .Select(resource => resource.Type).Distinct(),
        Is.Empty,
        "Add the rule of AWS's API to AwsNames, or the type to those that have no name.");

    private static string[] Refusals(DeploymentPlan plan) =>
    [
        .. Resources(plan)
            .Select(resource => NameOf(resource) is { } name ? RuleOf(resource)!.RefusalOf(name) : null)
            .OfType<string>(),
    ];

    private static IEnumerable<PlannedResource> Resources(DeploymentPlan plan) =>
        StackEvaluation.Run(plan).GetAwaiter().GetResult().Where(resource => !resource.IsComponent);

    private static AwsNameRule? RuleOf(PlannedResource resource) =>
        AwsNames.All.SingleOrDefault(rule => rule.Type == resource.Type);

    private static string? NameOf(PlannedResource resource) => RuleOf(resource) switch
    {
        null => null,
        { IsMadeByProvider: true } rule when !resource.Inputs.ContainsKey(rule.Property) =>
            resource.Name + MadeByProvider,
        { } rule => ((string)resource.Inputs[rule.Property])
            .Replace("${unique-suffix.hex}", "0a1b2c3d", StringComparison.Ordinal),
    };
}
