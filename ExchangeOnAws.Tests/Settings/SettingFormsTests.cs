using ExchangeOnAws.Settings;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Settings;

public sealed class SettingFormsTests
{
    private const string Label63 = "a23456789012345678901234567890123456789012345678901234567890123";
    private const string Hash = "0123456789abcdef0123456789ABCDEF0123456789abcdef0123456789abcdef";

    [TestCase(SettingForm.Text, "anything, \u00fc or \t")]
    [TestCase(SettingForm.Text, "")]
    [TestCase(SettingForm.DnsName, "corp.example.com")]
    [TestCase(SettingForm.DnsName, "a.b.c.d.e.example")]
    [TestCase(SettingForm.DnsName, "MAIL-1.example.com")]
    [TestCase(SettingForm.DnsName, Label63 + ".com")]
    [TestCase(SettingForm.HostName, "EX")]
    [TestCase(SettingForm.HostName, "7")]
    [TestCase(SettingForm.HostName, "EX-MAIL")]
    [TestCase(SettingForm.Zone, "eu-west-1a")]
    [TestCase(SettingForm.Zone, "us-gov-east-1b")]
    [TestCase(SettingForm.Region, "eu-west-1")]
    [TestCase(SettingForm.Region, "us-gov-west-1")]
    [TestCase(SettingForm.Region, "cn-north-1")]
    [TestCase(SettingForm.VpcId, "vpc-0a1b2c3d")]
    [TestCase(SettingForm.VpcId, "vpc-0a1b2c3d4e5f67890")]
    [TestCase(SettingForm.SubnetId, "subnet-0a1b2c3d4e5f67890")]
    [TestCase(SettingForm.SecurityGroupId, "sg-0a1b2c3d4e5f67890")]
    [TestCase(SettingForm.AmiId, "ami-0a1b2c3d4e5f67890")]
    [TestCase(SettingForm.HostedZoneId, "Z0123456789ABCDEFGHIJ")]
    [TestCase(SettingForm.InstanceType, "r6i.4xlarge")]
    [TestCase(SettingForm.InstanceType, "u-6tb1.metal")]
    [TestCase(SettingForm.SecretArn,
        "arn:aws:secretsmanager:eu-west-1:123456789012:secret:exchange/join-AbCdEf")]
    [TestCase(SettingForm.SecretArn,
        "arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:join-AbCdEf")]
    [TestCase(SettingForm.CertificateArn, "arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234")]
    [TestCase(SettingForm.CertificateArn, "arn:aws-cn:acm:cn-north-1:123456789012:certificate/12345678-1234")]
    [TestCase(SettingForm.MediaAddress, "https://download.example.com/Exchange.iso")]
    [TestCase(SettingForm.MediaAddress, "s3://media/ExchangeServerSE-x64.iso")]
    [TestCase(SettingForm.Sha256, Hash)]
    [TestCase(SettingForm.ScheduleExpression, "cron(0 3 * * ? *)")]
    [TestCase(SettingForm.ScheduleExpression, "cron(0/15 2 ? * SUN#2 *)")]
    [TestCase(SettingForm.EmailAddress, "exchange-admins@example.com")]
    public void Text_of_the_form_is_accepted(SettingForm form, string text) =>
        Assert.That(SettingForms.Matches(form, text), Is.True);

    [TestCase(SettingForm.DnsName, "corp")]
    [TestCase(SettingForm.DnsName, "")]
    [TestCase(SettingForm.DnsName, "corp.example.com.")]
    [TestCase(SettingForm.DnsName, ".example.com")]
    [TestCase(SettingForm.DnsName, "corp..example.com")]
    [TestCase(SettingForm.DnsName, "-corp.example.com")]
    [TestCase(SettingForm.DnsName, "corp-.example.com")]
    [TestCase(SettingForm.DnsName, "corp_1.example.com")]
    [TestCase(SettingForm.DnsName, "m\u00fcnchen.example.com")]
    [TestCase(SettingForm.DnsName, "corp.example.com\n")]
    [TestCase(SettingForm.DnsName, Label63 + "4.com")]
    [TestCase(SettingForm.DnsName, Label63 + "." + Label63 + "." + Label63 + "." + Label63)]
    [TestCase(SettingForm.HostName, "")]
    [TestCase(SettingForm.HostName, "EX MAIL")]
    [TestCase(SettingForm.HostName, "EX_")]
    [TestCase(SettingForm.HostName, "-EX")]
    [TestCase(SettingForm.HostName, "EX-")]
    [TestCase(SettingForm.HostName, "EX.corp")]
    [TestCase(SettingForm.HostName, "EX\n")]
    [TestCase(SettingForm.Zone, "eu-west-1")]
    [TestCase(SettingForm.Zone, "EU-WEST-1A")]
    [TestCase(SettingForm.Zone, "a")]
    [TestCase(SettingForm.Region, "eu-west-1a")]
    [TestCase(SettingForm.Region, "ireland")]
    [TestCase(SettingForm.VpcId, "vpc-0a1b2c3d4")]
    [TestCase(SettingForm.VpcId, "vpc-0A1B2C3D")]
    [TestCase(SettingForm.VpcId, "subnet-0a1b2c3d")]
    [TestCase(SettingForm.SubnetId, "subnet-0a1b2c3d4e5f6789g")]
    [TestCase(SettingForm.SubnetId, "vpc-0a1b2c3d")]
    [TestCase(SettingForm.SecurityGroupId, "sg-")]
    [TestCase(SettingForm.SecurityGroupId, "default")]
    [TestCase(SettingForm.AmiId, "windows-2022")]
    [TestCase(SettingForm.AmiId, "ami-0a1b2c3d4e5f678901")]
    [TestCase(SettingForm.HostedZoneId, "/hostedzone/Z0123456789ABCDEFGHIJ")]
    [TestCase(SettingForm.HostedZoneId, "example.com")]
    [TestCase(SettingForm.InstanceType, "r6i")]
    [TestCase(SettingForm.InstanceType, "R6I.4XLARGE")]
    [TestCase(SettingForm.SecretArn, "exchange/join")]
    [TestCase(SettingForm.SecretArn, "arn:aws:ssm:eu-west-1:123456789012:parameter/join")]
    [TestCase(SettingForm.SecretArn, "arn:aws:secretsmanager:eu-west-1:12345:secret:join-AbCdEf")]
    [TestCase(SettingForm.SecretArn, "arn:aws:secretsmanager:eu-west-1:123456789012:secret:")]
    [TestCase(SettingForm.CertificateArn, "arn:aws:iam::123456789012:server-certificate/mail")]
    [TestCase(SettingForm.CertificateArn, "12345678-1234")]
    [TestCase(SettingForm.MediaAddress, "http://download.example.com/Exchange.iso")]
    [TestCase(SettingForm.MediaAddress, @"C:\Exchange.iso")]
    [TestCase(SettingForm.MediaAddress, "https://example.com/Exchange SE.iso")]
    [TestCase(SettingForm.Sha256, "0123456789abcdef")]
    [TestCase(SettingForm.Sha256, Hash + "0")]
    [TestCase(SettingForm.ScheduleExpression, "0 3 * * ? *")]
    [TestCase(SettingForm.ScheduleExpression, "cron(0 3 * * *)")]
    [TestCase(SettingForm.ScheduleExpression, "rate(1 day)")]
    [TestCase(SettingForm.EmailAddress, "exchange-admins")]
    [TestCase(SettingForm.EmailAddress, "exchange-admins@example")]
    [TestCase(SettingForm.EmailAddress, "a@b@example.com")]
    public void Text_of_another_form_is_refused(SettingForm form, string text) =>
        Assert.That(SettingForms.Matches(form, text), Is.False);

    [Test]
    public void Every_form_but_text_refuses_something_and_says_what_it_wants()
    {
        var forms = Enum.GetValues<SettingForm>().Where(form => form != SettingForm.Text).ToArray();

        Assert.That(forms, Is.Not.Empty);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(forms.Where(form => SettingForms.Matches(form, "not / a form")), Is.Empty);
            Assert.That(forms.Where(form => string.IsNullOrEmpty(SettingForms.Describe(form))), Is.Empty);
            Assert.That(SettingForms.Describe(SettingForm.Text), Is.Null);
        }
    }

    [Test]
    public void Every_example_has_the_form_of_its_setting()
    {
        var examples = Leaves(typeof(StackSettings))
            .Where(setting => setting.Attribute.Example is not null).ToArray();

        Assert.That(examples, Is.Not.Empty);
        var readings = examples.Select(setting => SettingValue.Read(
            setting, SettingValue.ParseExample(setting.Attribute.Example!), setting.Key, hidden: false));
        Assert.That(readings.SelectMany(reading => reading.Findings), Is.Empty);
    }

    private static IEnumerable<SettingProperty> Leaves(Type record) => SettingProperty.Of(record)
        .SelectMany(setting => setting.IsRecord ? Leaves(setting.Type) : [setting]);
}
