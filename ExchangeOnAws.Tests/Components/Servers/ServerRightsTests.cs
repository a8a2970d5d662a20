using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

/// <summary>
/// The rights of a tier are those that its scripts and agents use: read from the documents that run on its
/// servers, not from the plan that made them.
/// </summary>
public sealed partial class ServerRightsTests
{
    private const string Association = "aws:ssm/association:Association";

    private const string Document = "aws:ssm/document:Document";

    // The operation that each cmdlet calls (AWS Tools for PowerShell reference, 2026), and what S3 and
    // Secrets Manager then ask of the key (their user guides, "Using server-side encryption with AWS KMS
    // keys" and "Secret encryption and decryption").
    private static readonly Dictionary<string, string[]> s_cmdlets = new()
    {
        ["Export-ACMCertificate"] = ["acm:ExportCertificate"],
        ["Get-ASAutoScalingGroup"] = ["autoscaling:DescribeAutoScalingGroups"],
        ["Get-EC2Address"] = ["ec2:DescribeAddresses"],
        ["Get-SECSecretValue"] = ["secretsmanager:GetSecretValue", "kms:Decrypt"],
        ["Get-SSMParameter"] = ["ssm:GetParameter"],
        ["Read-S3Object"] = ["s3:GetObject", "kms:Decrypt"],
        ["Register-EC2Address"] = ["ec2:AssociateAddress"],
        ["Write-CWMetricData"] = ["cloudwatch:PutMetricData"],
        ["Write-SECSecretValue"] = ["secretsmanager:PutSecretValue", "kms:Decrypt", "kms:GenerateDataKey"],
        ["Write-SSMParameter"] = ["ssm:PutParameter"],
    };

    // AWS's policy for SSM Agent, AmazonSSMManagedInstanceCore, without what reads every parameter of the
    // account; and what output in an encrypted bucket takes (Systems Manager user guide, "Configure instance
    // permissions"; S3 user guide, "Multipart upload and AWS KMS").
    private static readonly string[] s_ssmAgent =
    [
        "ec2messages:AcknowledgeMessage", "ec2messages:DeleteMessage", "ec2messages:FailMessage",
        "ec2messages:GetEndpoint", "ec2messages:GetMessages", "ec2messages:SendReply",
        "ssm:DescribeAssociation", "ssm:DescribeDocument", "ssm:GetDeployablePatchSnapshotForInstance",
        "ssm:GetDocument", "ssm:GetManifest", "ssm:ListAssociations", "ssm:ListInstanceAssociations",
        "ssm:PutComplianceItems", "ssm:PutConfigurePackageResult", "ssm:PutInventory",
        "ssm:UpdateAssociationStatus", "ssm:UpdateInstanceAssociationStatus", "ssm:UpdateInstanceInformation",
        "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel",
        "ssmmessages:OpenDataChannel",
        "s3:PutObject", "s3:GetEncryptionConfiguration", "kms:GenerateDataKey", "kms:Decrypt",
    ];

    // What of CloudWatchAgentServerPolicy an agent takes whose log group is there and whose configuration has
    // no dimension from tags (CloudWatch user guide, "Prerequisites" of the agent, 2026).
    private static readonly string[] s_cloudWatchAgent =
    [
        "cloudwatch:PutMetricData", "logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents",
        "ssm:GetParameter",
    ];

    private static IEnumerable<TestCaseData> Deployments =>
    [
        new TestCaseData(Plans.TwoZones).SetArgDisplayNames("two zones"),
        new TestCaseData(Plans.ThreeZones).SetArgDisplayNames("every optional part"),
        new TestCaseData(Repository.PlanOf("existing")).SetArgDisplayNames("an existing domain"),
        new TestCaseData(Plans.With(settings => settings with
        {
            ClientAccess = settings.ClientAccess with { CertificateArn = Plans.Certificate },
        })).SetArgDisplayNames("a certificate that ACM renews"),
        new TestCaseData(Plans.WithMailbox(mailbox => mailbox with
        {
            Media = new() { Source = "s3://company-media/SE.iso" },
        })).SetArgDisplayNames("an image in somebody's bucket"),
        new TestCaseData(Plans.WithMailbox(mailbox => mailbox with
        {
            Version = ExchangeVersion.V2019,
            Media = new(),
        })).SetArgDisplayNames("an image in the deployment's bucket"),
    ];

    [TestCaseSource(nameof(Deployments))]
    public async Task Role_may_do_what_its_servers_do_and_nothing_else(DeploymentPlan plan)
    {
        var stack = await PlannedStack.Of(plan);
        var used = UsedBy(stack);
        var allowed = stack.Policies.Where(policy => used.ContainsKey(policy.Name)).ToDictionary(
            policy => policy.Name, policy => policy.Rules.SelectMany(rule => rule.Actions).ToHashSet());

        Assert.That(used, Has.Count.EqualTo(plan.Hosts.Select(host => host.Role).Distinct().Count()));
        using (Assert.EnterMultipleScope())
        {
            foreach (var (policy, actions) in used)
            {
                Assert.That(actions.Except(allowed[policy]), Is.Empty, $"{policy} lacks");
                Assert.That(allowed[policy].Except(actions), Is.Empty, $"nothing uses, in {policy},");
            }
        }
    }

    /// <summary>Whoever starts it on a server would find out that the server's role may not.</summary>
    [TestCaseSource(nameof(Deployments))]
    public async Task Document_that_operators_start_calls_nothing_in_aws(DeploymentPlan plan)
    {
        var stack = await PlannedStack.Of(plan);
        var run = stack.All(Association)
            .SelectMany(association => stack.ReferencesIn(association.Inputs["name"])).ToHashSet();
        var others = stack.All(Document).Where(document => !run.Contains(document.Name)).ToArray();

        Assert.That(others, Is.Not.Empty);
        Assert.That(
            others.Where(document => CmdletsIn($"{document.Inputs["content"]}").Any())
                .Select(document => document.Name),
            Is.Empty);
    }

    [Test]
    public void Cmdlet_that_scripts_may_call_has_its_action() =>
        Assert.That(
            CmdletCatalogue.All.Keys.Except(CmdletCatalogue.Windows.Keys), Is.EquivalentTo(s_cmdlets.Keys));

    // By the policy of the role: what the associations with its servers run.
    private static Dictionary<string, HashSet<string>> UsedBy(PlannedStack stack)
    {
        var used = new Dictionary<string, HashSet<string>>();
        foreach (var (_, inputs) in stack.All(Association))
        {
            var roles = stack.Reached(
                stack.ReferencesIn(inputs["targets"]),
                "instanceId", "iamInstanceProfile", "launchTemplate", "role").ToHashSet();
            var policy = stack.All("aws:iam/rolePolicy:RolePolicy")
                .Single(each => stack.ReferencesIn(each.Inputs["role"]).Any(roles.Contains)
                    && each.Name.EndsWith("-server-policy", StringComparison.Ordinal)).Name;
            used.TryAdd(policy, [.. s_ssmAgent]);
            used[policy].UnionWith($"{inputs["parameters"]?["name"]}" == "AmazonCloudWatchAgent"
                ? s_cloudWatchAgent
                : stack.ReferencesIn(inputs["name"])
                    .SelectMany(document => CmdletsIn(stack.All(Document)
                        .Single(each => each.Name == document).Inputs["content"]!.ToString()))
                    .Where(cmdlet => cmdlet != "Read-S3Object" || TakesFromS3(inputs))
                    .Where(cmdlet => cmdlet != "Export-ACMCertificate"
                        || inputs["parameters"]!.AsObject().ContainsKey("CertificateArn"))
                    .SelectMany(cmdlet => s_cmdlets[cmdlet]));
        }

        return used;
    }

    // The same function downloads from https, which takes no right.
    private static bool TakesFromS3(JsonObject association) =>
        association["parameters"]!.AsObject().Any(parameter =>
            $"{parameter.Value}".StartsWith("s3://", StringComparison.Ordinal));

    private static IEnumerable<string> CmdletsIn(string content) =>
        Words().Matches(content).Select(match => match.Value).Where(s_cmdlets.ContainsKey).Distinct();

    [GeneratedRegex(@"(?<![\w-])[A-Z][A-Za-z]+-[A-Z][A-Za-z0-9]+(?![\w-])")]
    private static partial Regex Words();
}
