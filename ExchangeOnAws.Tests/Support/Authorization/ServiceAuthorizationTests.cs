using NUnit.Framework;

namespace ExchangeOnAws.Tests.Support;

public sealed class ServiceAuthorizationTests
{
    [TestCase("sns:Publish", "arn:aws:sns:eu-west-1:123456789012:alarms", "aws:ResourceTag/Stack", null)]
    [TestCase("sns:Unsubscribe", "*", null, null)]
    [TestCase("sns:Unsubscribe", "arn:aws:sns:eu-west-1:123456789012:alarms", null, "takes no resource")]
    [TestCase("sns:Publish", "arn:aws:s3:::alarms", null, "takes none of")]
    [TestCase("ec2:DeleteVpc", "arn:aws:ec2:eu-west-1:123456789012:subnet/*", null, "takes none of")]
    [TestCase("sns:Publish", "*", "kms:ViaService", "no request for sns:Publish has kms:ViaService")]
    [TestCase("sns:Publishes", "*", null, "is not in service-authorization.json")]
    [TestCase("ec2:CreateSubnet", "arn:aws:ec2:eu-west-1:123456789012:subnet/*", null,
        "takes a vpc, which no statement allows")]
    [TestCase("ec2:CreateSubnet", "*", "aws:RequestTag/Stack", "takes a vpc, which no statement allows")]
    public void Statement_that_allows_nothing_is_found(
        string action, string resource, string? key, string? finding)
    {
        PolicyCondition[] conditions = key is null ? [] : [new("StringEquals", key, ["x"])];
        var findings = ServiceAuthorization.Findings([new("Sid", [action], [resource], conditions)]);

        Assert.That(findings, finding is null ? Is.Empty : Has.Some.Contains(finding));
    }

    [TestCase("arn:*:s3:::*/*", "arn:aws:s3:::bucket-*", true)]
    [TestCase("arn:*:s3:::*/*", "arn:aws:s3:::bucket", false)]
    [TestCase("arn:*:ec2:*:*:vpc/*", "*", true)]
    [TestCase("arn:*:ec2:*:*:vpc/*", "arn:aws:ec2:eu-west-1:1:vpc-endpoint/*", false)]
    [TestCase("arn:*:ec2:*:*:vpc/*", "arn:aws:ec2:eu-west-1:1:subnet/*", false)]
    [TestCase("arn:*:logs:*:*:log-group:*:log-stream:*", "arn:aws:logs:eu-west-1:1:log-group:/a/b:*", true)]
    [TestCase("arn:*:iam::*:role/*", "arn:aws:iam::1:role/*-role-*", true)]
    public void Arns_with_asterisks_meet_where_one_matches_both(string one, string other, bool meet)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Wildcards.ArnsMeet(one, other), Is.EqualTo(meet));
            Assert.That(Wildcards.ArnsMeet(other, one), Is.EqualTo(meet));
        }
    }
}
