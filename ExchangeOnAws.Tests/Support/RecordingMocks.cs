using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace ExchangeOnAws.Tests.Support;

/// <summary>
/// An AWS that remembers what it was asked for. A call or a type it does not know fails the test.
/// </summary>
internal sealed class RecordingMocks : IMocks
{
    public const string AccountId = "123456789012";

    /// <summary>What the parameter of the verification holds.</summary>
    public const string VerificationResult = """{"result":"healthy"}""";

    private const string LatestVersion = "latestVersion";

    // What AWS makes up for a new resource, by type; the program may use nothing else.
    private static readonly Dictionary<string, string[]> s_computed = new()
    {
        ["aws-native:secretsmanager:Secret"] = [],
        ["aws:autoscaling/group:Group"] = ["arn", "name"],
        ["aws:ebs/volume:Volume"] = ["arn"],
        ["aws:ec2/instance:Instance"] = ["arn"],
        ["aws:ec2/launchTemplate:LaunchTemplate"] = ["arn", LatestVersion],
        ["aws:ec2/volumeAttachment:VolumeAttachment"] = [],
        ["aws:iam/instanceProfile:InstanceProfile"] = ["arn", "name"],
        ["aws:s3/bucket:Bucket"] = ["arn"],
        ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration"] = [],
        ["aws:s3/bucketOwnershipControls:BucketOwnershipControls"] = [],
        ["aws:s3/bucketPolicy:BucketPolicy"] = [],
        ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"] = [],
        ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration"] = [],
        ["aws:s3/bucketVersioning:BucketVersioning"] = [],
        ["aws:ssm/association:Association"] = ["associationId"],
        ["aws:ssm/document:Document"] = ["name", LatestVersion],
        ["aws:ssm/parameter:Parameter"] = ["arn"],
        ["aws:applicationinsights/application:Application"] = ["arn"],
        ["aws:backup/plan:Plan"] = ["arn", "version"],
        ["aws:backup/selection:Selection"] = ["name"],
        ["aws:backup/vault:Vault"] = ["arn"],
        ["aws:backup/vaultLockConfiguration:VaultLockConfiguration"] = ["backupVaultArn"],
        ["aws:cloudwatch/dashboard:Dashboard"] = ["dashboardArn"],
        ["aws:iam/rolePolicyAttachment:RolePolicyAttachment"] = [],
        ["aws:resourcegroups/group:Group"] = ["arn"],
        ["aws:ssm/maintenanceWindow:MaintenanceWindow"] = [],
        ["aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget"] = ["name"],
        ["aws:ssm/maintenanceWindowTask:MaintenanceWindowTask"] = ["arn", "name", "windowTaskId"],
        ["aws:ssm/patchBaseline:PatchBaseline"] = ["arn"],
        ["aws:ssm/patchGroup:PatchGroup"] = [],
        ["aws:cloudwatch/eventRule:EventRule"] = ["arn", "name"],
        ["aws:cloudwatch/eventTarget:EventTarget"] = [],
        ["aws:cloudwatch/logGroup:LogGroup"] = ["arn"],
        ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"] = [],
        ["aws:ec2/eip:Eip"] = ["allocationId", "publicIp"],
        ["aws:ec2/eipAssociation:EipAssociation"] = [],
        ["aws:ec2/eipDomainName:EipDomainName"] = ["ptrRecord"],
        ["aws:ec2/flowLog:FlowLog"] = [],
        ["aws:ec2/internetGateway:InternetGateway"] = [],
        ["aws:ec2/natGateway:NatGateway"] = ["publicIp"],
        ["aws:ec2/route:Route"] = [],
        ["aws:ec2/routeTable:RouteTable"] = [],
        ["aws:ec2/routeTableAssociation:RouteTableAssociation"] = [],
        ["aws:ec2/securityGroup:SecurityGroup"] = ["arn"],
        ["aws:ec2/subnet:Subnet"] = ["arn"],
        ["aws:ec2/subnetCidrReservation:SubnetCidrReservation"] = [],
        ["aws:ec2/vpc:Vpc"] = ["arn"],
        ["aws:ec2/vpcDhcpOptions:VpcDhcpOptions"] = [],
        ["aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation"] = [],
        ["aws:ec2/vpcEndpoint:VpcEndpoint"] = [],
        ["aws:iam/role:Role"] = ["arn", "name"],
        ["aws:iam/rolePolicy:RolePolicy"] = [],
        ["aws:kms/alias:Alias"] = ["arn"],
        ["aws:kms/key:Key"] = ["arn", "keyId"],
        ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"] = [],
        ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"] = [],
        ["aws:acm/certificate:Certificate"] = ["arn"],
        ["aws:acm/certificateValidation:CertificateValidation"] = [],
        ["aws:cloudwatch/metricAlarm:MetricAlarm"] = ["arn"],
        ["aws:lb/listener:Listener"] = ["arn"],
        ["aws:lb/listenerRule:ListenerRule"] = ["arn"],
        ["aws:lb/loadBalancer:LoadBalancer"] = ["arn", "arnSuffix", "dnsName", "zoneId"],
        ["aws:lb/targetGroup:TargetGroup"] = ["arn", "arnSuffix"],
        ["aws:lb/targetGroupAttachment:TargetGroupAttachment"] = [],
        ["aws:route53/record:Record"] = ["fqdn"],
        ["aws:sns/topic:Topic"] = ["arn"],
        ["aws:sns/topicPolicy:TopicPolicy"] = ["owner"],
        ["aws:sns/topicSubscription:TopicSubscription"] = ["arn"],
        ["random:index/randomId:RandomId"] = ["hex"],
    };

    private readonly ConcurrentQueue<MockResourceArgs> _resources = [];
    private readonly ConcurrentDictionary<string, int> _groupRules = [];
    private readonly ConcurrentDictionary<string, int> _lengths = [];

    /// <summary>The partition that the provider reports.</summary>
    public string Partition { get; init; } = "aws";

    private readonly ConcurrentQueue<MockCallArgs> _calls = [];

    /// <summary>What is there already, for programs that look it up; null for an empty account.</summary>
    public SimulatedVpc? Vpc { get; init; }

    public IReadOnlyList<MockResourceArgs> Resources => [.. _resources];

    /// <summary>What the program asked AWS, in order.</summary>
    public IReadOnlyList<MockCallArgs> Calls => [.. _calls];

    /// <summary>Instances that run and have registered with Systems Manager.</summary>
    public IReadOnlyList<string> Running { get; init; } = [];

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        SecurityGroupLimits.Check(args, _groupRules);
        ServiceLimits.Check(args, _lengths);
        _resources.Enqueue(args);
        var state = args.Inputs;
        foreach (var output in ComputedOutputs(args.Type!))
        {
            state = state.SetItem(
                output,
                output == LatestVersion && args.Type!.EndsWith(":LaunchTemplate", StringComparison.Ordinal)
                    ? 3
                    : $"{args.Name}-{output}");
        }

        if (args.Type == "aws:acm/certificate:Certificate")
        {
            state = state.SetItem("domainValidationOptions", ProofsOf(state));
        }

        return Task.FromResult<(string?, object)>(($"{args.Name}-id", state));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        AwsQueryRules.Check(args);
        _calls.Enqueue(args);
        return Task.FromResult(Answer(args));
    }

    private object Answer(MockCallArgs args) => args.Token switch
    {
        "aws:index/getPartition:getPartition" => Result("partition", Partition),
        "aws:ssm/getParameter:getParameter" => Result("insecureValue", ValueOf((string)args.Args["name"])),
        "aws:ssm/getInstances:getInstances" =>
            Ids(Running.Intersect(AwsQueryRules.ValuesOf(args, "InstanceIds"))),
        "aws:ec2/getInstances:getInstances" when Vpc is null => Ids(Running),
        "aws:index/getCallerIdentity:getCallerIdentity" => Result("accountId", AccountId),
        { } token when Vpc is not null && SimulatedVpc.Knows(token) => Vpc.Answer(token, args.Args),
        _ => throw new InvalidOperationException(
            $"Add an answer for the call {args.Token} to RecordingMocks."),
    };

    private static ImmutableDictionary<string, object> Ids(IEnumerable<string> ids) =>
        ImmutableDictionary<string, object>.Empty.Add("ids", ids.ToImmutableArray<object>());

    private static ImmutableArray<object> ProofsOf(ImmutableDictionary<string, object> certificate) =>
    [
        .. new[] { certificate["domainName"] }
            .Concat((ImmutableArray<object>)certificate["subjectAlternativeNames"])
            .Select(domain => ImmutableDictionary<string, object>.Empty
                .Add("domainName", domain)
                .Add("resourceRecordName", $"_proof.{domain}")
                .Add("resourceRecordType", "CNAME")
                .Add("resourceRecordValue", $"proof-of-{domain}")),
    ];

    private static string ValueOf(string parameter) =>
        parameter.EndsWith("/verification/cluster", StringComparison.Ordinal)
            ? VerificationResult
            : "ami-0a1b2c3d4e5f67890";

    private static string[] ComputedOutputs(string type) =>
        type.StartsWith("exchange:", StringComparison.Ordinal) ? []
        : s_computed.TryGetValue(type, out var outputs) ? outputs
        : throw new InvalidOperationException($"Add the computed outputs of {type} to RecordingMocks.");

    private static ImmutableDictionary<string, object> Result(string name, string value) =>
        ImmutableDictionary<string, object>.Empty.Add(name, value);
}
