using System.Text.Json;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_the_encryption_key_is_created
{
    private DeployedResource _key = null!;

    [OneTimeSetUp]
    public async Task Deploy() =>
        _key = (await DeployedStack.Of(Plans.TwoZones)).Named("aws:kms/key:Key", "encryption-key");

    [Test]
    public void Should_rotate_it() => Assert.That(_key.Inputs["enableKeyRotation"], Is.True);

    [Test]
    public void Should_protect_it_from_deletion()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_key.Options.Protect, Is.True);
            Assert.That(_key.Options.RetainOnDelete, Is.True);
            Assert.That(_key.Inputs["deletionWindowInDays"], Is.EqualTo(30));
        }
    }

    [Test]
    public async Task Should_leave_it_deletable_where_the_stack_file_says_so()
    {
        var deployed = await DeployedStack.Of(Plans.With(settings =>
            settings with { Protection = new() { DeletionProtection = false, KeyDeletionWindowDays = 7 } }));
        var key = deployed.Named("aws:kms/key:Key", "encryption-key");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(key.Options.Protect, Is.False);
            Assert.That(key.Options.RetainOnDelete, Is.False);
            Assert.That(key.Inputs["deletionWindowInDays"], Is.EqualTo(7));
        }
    }

    [Test]
    public void Should_let_logs_use_it_for_the_log_groups_of_this_stack_only()
    {
        var statement = JsonDocument.Parse(_key.Text("policy")).RootElement.GetProperty("Statement")
            .EnumerateArray().Single(candidate => candidate.GetProperty("Sid").GetString() == "Logs");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                statement.GetProperty("Principal").GetProperty("Service").GetString(),
                Is.EqualTo("logs.eu-west-1.amazonaws.com"));
            Assert.That(
                statement.GetProperty("Condition").GetProperty("ArnLike")
                    .GetProperty("kms:EncryptionContext:aws:logs:arn").GetString(),
                Is.EqualTo("arn:aws:logs:eu-west-1:123456789012:log-group:"
                    + "/exchange-on-aws/test-unique-suffix-hex/*"));
        }
    }
}
