using System.Text.RegularExpressions;

namespace ExchangeOnAws.Settings;

/// <summary>The forms that text settings come in, each with the words a message uses for it.</summary>
public enum SettingForm
{
    /// <summary>Any text.</summary>
    Text,
    DnsName,
    HostName,
    Zone,
    VpcId,
    SubnetId,
    SecurityGroupId,
    AmiId,
    HostedZoneId,
    InstanceType,
    SecretArn,
    CertificateArn,
    MediaAddress,
    Sha256,
    Region,
    ScheduleExpression,
    EmailAddress,
}

/// <summary>Tells whether a text has its form.</summary>
public static class SettingForms
{
    /// <summary>The words for a form in a message, or null when any text will do.</summary>
    public static string? Describe(SettingForm form) => form switch
    {
        SettingForm.Text => null,
        SettingForm.DnsName => "a DNS name such as corp.example.com: labels of letters, digits and hyphens, "
            + "63 characters at most, with a dot between them",
        SettingForm.HostName => "a host name: letters, digits and hyphens, beginning and ending with a "
            + "letter or digit",
        SettingForm.Zone => "the name of an Availability Zone such as eu-west-1a",
        SettingForm.VpcId => "a VPC id such as vpc-0a1b2c3d4e5f67890",
        SettingForm.SubnetId => "a subnet id such as subnet-0a1b2c3d4e5f67890",
        SettingForm.SecurityGroupId => "a security group id such as sg-0a1b2c3d4e5f67890",
        SettingForm.AmiId => "an image id such as ami-0a1b2c3d4e5f67890",
        SettingForm.HostedZoneId => "a Route 53 zone id such as Z0123456789ABCDEFGHIJ",
        SettingForm.InstanceType => "an EC2 instance type such as r6i.4xlarge",
        SettingForm.SecretArn => "the ARN of a Secrets Manager secret (arn:aws:secretsmanager:…:secret:…)",
        SettingForm.CertificateArn => "the ARN of an ACM certificate (arn:aws:acm:…:certificate/…)",
        SettingForm.MediaAddress => "an https:// or s3:// address",
        SettingForm.Sha256 => "64 hexadecimal digits",
        SettingForm.Region => "a region such as eu-west-1",
        SettingForm.ScheduleExpression => "an AWS cron expression such as cron(0 3 * * ? *)",
        SettingForm.EmailAddress => "an e-mail address",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, "This form has no description."),
    };

    public static bool Matches(SettingForm form, string value) =>
        Pattern(form) is not { } pattern || Regex.IsMatch(value, pattern, RegexOptions.CultureInvariant);

    // RFC 1123 labels; the resource id lengths are EC2's old (8) and new (17) formats.
    private static string? Pattern(SettingForm form) => form switch
    {
        SettingForm.DnsName =>
            @"\A(?=.{1,253}\z)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+"
                + @"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z",
        SettingForm.HostName => @"\A[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\z",
        SettingForm.Zone => @"\A[a-z]{2}(-[a-z]+)+-\d[a-z]\z",
        SettingForm.Region => @"\A[a-z]{2}(-[a-z]+)+-\d\z",
        SettingForm.VpcId => @"\Avpc-([0-9a-f]{8}|[0-9a-f]{17})\z",
        SettingForm.SubnetId => @"\Asubnet-([0-9a-f]{8}|[0-9a-f]{17})\z",
        SettingForm.SecurityGroupId => @"\Asg-([0-9a-f]{8}|[0-9a-f]{17})\z",
        SettingForm.AmiId => @"\Aami-([0-9a-f]{8}|[0-9a-f]{17})\z",
        SettingForm.HostedZoneId => @"\AZ[A-Z0-9]{1,31}\z",
        SettingForm.InstanceType => @"\A[a-z][a-z0-9-]*\.[a-z0-9-]+\z",
        SettingForm.SecretArn =>
            @"\Aarn:aws(-[a-z]+)*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[A-Za-z0-9/_+=.@-]+\z",
        SettingForm.CertificateArn =>
            @"\Aarn:aws(-[a-z]+)*:acm:[a-z0-9-]+:\d{12}:certificate/[A-Za-z0-9-]+\z",
        SettingForm.MediaAddress => @"\A(https://[^\s,]+|s3://[a-z0-9][a-z0-9.-]+/[^\s,]+)\z",
        SettingForm.Sha256 => @"\A[0-9A-Fa-f]{64}\z",
        SettingForm.ScheduleExpression => @"\Acron\(([^\s()]+ ){5}[^\s()]+\)\z",
        SettingForm.EmailAddress => @"\A[^@\s]+@[^@\s]+\.[^@\s]+\z",
        _ => null,
    };
}
