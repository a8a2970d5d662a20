using System.Text.RegularExpressions;

namespace ExchangeOnAws.Values;

/// <summary>
/// What AWS takes as a name, for every kind of resource that the program or Pulumi gives one.
/// </summary>
/// <remarks>
/// Lengths and letters are those of the API models (botocore 1.43, November 2026) unless a source says
/// otherwise.
/// </remarks>
public static partial class AwsNames
{
    /// <summary>Random bytes in names that AWS must know in advance.</summary>
    public const int SuffixBytes = 4;

    /// <summary>The same as hexadecimal digits.</summary>
    public const int SuffixLength = 2 * SuffixBytes;

    public static readonly AwsNameRule Association = new(
        "aws:ssm/association:Association", "associationName", 3, 128, Words(), "CreateAssociation");

    public static readonly AwsNameRule BackupVault = new(
        "aws:backup/vault:Vault", "name", 2, 50, Hyphens(), "CreateBackupVault");

    public static readonly AwsNameRule Dashboard = new(
        "aws:cloudwatch/dashboard:Dashboard", "dashboardName", 1, 255, Hyphens(), "PutDashboard");

    // 256 characters with the 26 digits that the provider makes of a prefix.
    public static readonly AwsNameRule KeyAlias = new(
        "aws:kms/alias:Alias", "namePrefix", 7, 256 - 26, Alias(), "CreateAlias");

    public static readonly AwsNameRule MaintenanceWindow = new(
        "aws:ssm/maintenanceWindow:MaintenanceWindow", "name", 3, 128, Words(), "CreateMaintenanceWindow");

    public static readonly AwsNameRule PatchBaseline = new(
        "aws:ssm/patchBaseline:PatchBaseline", "name", 3, 128, Words(), "CreatePatchBaseline");

    // Also the value of a tag, which takes as many characters.
    public static readonly AwsNameRule PatchGroup = new(
        "aws:ssm/patchGroup:PatchGroup", "patchGroup", 1, 256, Tags(), "RegisterPatchBaselineForPatchGroup");

    // CreateGroup takes 300; Application Insights finds groups of at most 256.
    public static readonly AwsNameRule ResourceGroup = new(
        "aws:resourcegroups/group:Group", "name", 1, 256, Words(), "Application Insights, CreateApplication");

    /// <summary>Every rule, one for each type that has a name.</summary>
    public static IReadOnlyList<AwsNameRule> All { get; } =
    [
        Association, BackupVault, Dashboard, KeyAlias, MaintenanceWindow, PatchBaseline, PatchGroup,
        ResourceGroup,
        new("aws:cloudwatch/logGroup:LogGroup", "name", 1, 512, LogGroup(), "CreateLogGroup"),

        // 1,011 characters with the ARN before them, of less than 80, and fifteen levels.
        new("aws:ssm/parameter:Parameter", "name", 1, 1011 - 80, Parameter(), "PutParameter"),
        Made("aws:autoscaling/group:Group", 1, 255, Words(), "CreateAutoScalingGroup"),
        Made("aws:backup/plan:Plan", 1, 50, Words(), "CreateBackupPlan"),
        Made("aws:backup/selection:Selection", 1, 50, Words(), "CreateBackupSelection"),
        Made("aws:cloudwatch/eventRule:EventRule", 1, 64, Words(), "EventBridge, PutRule"),
        Made("aws:cloudwatch/metricAlarm:MetricAlarm", 1, 255, Words(), "PutMetricAlarm"),
        Made("aws:ec2/launchTemplate:LaunchTemplate", 3, 128, Words(), "CreateLaunchTemplate"),
        Made("aws:ec2/securityGroup:SecurityGroup", 1, 255, Words(), "CreateSecurityGroup"),
        Made("aws:iam/instanceProfile:InstanceProfile", 1, 128, Words(), "CreateInstanceProfile"),
        Made("aws:iam/role:Role", 1, 64, Words(), "CreateRole"),
        Made("aws:iam/rolePolicy:RolePolicy", 1, 128, Words(), "PutRolePolicy"),
        Made("aws:lb/loadBalancer:LoadBalancer", 1, 32, Balancer(), "CreateLoadBalancer"),
        Made("aws:lb/targetGroup:TargetGroup", 1, 32, Balancer(), "CreateTargetGroup"),
        Made("aws:s3/bucket:Bucket", 3, 63, Bucket(), "Amazon S3 user guide, \"Bucket naming rules\""),
        Made("aws:sns/topic:Topic", 1, 256, Hyphens(), "CreateTopic"),
        Made("aws:ssm/document:Document", 3, 128, Words(), "CreateDocument"),
        Made("aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget", 3, 128, Words(),
            "RegisterTargetWithMaintenanceWindow"),
        Made("aws:ssm/maintenanceWindowTask:MaintenanceWindowTask", 3, 128, Words(),
            "RegisterTaskWithMaintenanceWindow"),
        Made("aws-native:secretsmanager:Secret", 1, 512, Words(), "CreateSecret"),
    ];

    private static AwsNameRule Made(string type, int least, int most, Regex pattern, string source) =>
        new(type, "name", least, most, pattern, source, IsMadeByProvider: true);

    // Of what some take beside these (=, @, spaces) the program uses nothing.
    [GeneratedRegex(@"^[a-zA-Z0-9_.\-]+$")]
    private static partial Regex Words();

    [GeneratedRegex(@"^[a-zA-Z0-9_\-]+$")]
    private static partial Regex Hyphens();

    [GeneratedRegex(@"^alias/(?!aws/)[a-zA-Z0-9/_\-]+$")]
    private static partial Regex Alias();

    [GeneratedRegex(@"^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$")]
    private static partial Regex Tags();

    [GeneratedRegex(@"^[.\-_/#A-Za-z0-9]+$")]
    private static partial Regex LogGroup();

    [GeneratedRegex(@"^(?!/?(?i:aws|ssm))(/[a-zA-Z0-9_.\-]+){1,15}$")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^(?!internal-)[a-zA-Z0-9]([a-zA-Z0-9\-]*[a-zA-Z0-9])?$")]
    private static partial Regex Balancer();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.\-]*[a-z0-9]$")]
    private static partial Regex Bucket();
}
