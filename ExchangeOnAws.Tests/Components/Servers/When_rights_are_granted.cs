using System.Text.Json;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_rights_are_granted
{
    // Sids of the statements that may name every resource: none of their actions takes one.
    private static readonly string[] s_unlimited =
        ["Agent", "FindAddressAndGroup", "FindLogGroup", "PublishMetrics"];

    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployed = await DeployedStack.Of(Plans.ThreeZones);

    [Test]
    public void Should_name_resources_wherever_aws_can_limit_an_action()
    {
        foreach (var statement in _deployed.All("aws:iam/rolePolicy:RolePolicy").SelectMany(StatementsOf))
        {
            var sid = statement.GetProperty("Sid").GetString();
            Assert.That(
                statement.GetProperty("Resource").EnumerateArray()
                    .Any(resource => resource.GetString() == "*"),
                Is.EqualTo(s_unlimited.Contains(sid)), sid);
        }
    }

    [Test]
    public void Should_allow_no_action_with_a_wildcard() => Assert.That(
        _deployed.All("aws:iam/rolePolicy:RolePolicy").SelectMany(StatementsOf)
            .SelectMany(statement => statement.GetProperty("Action").EnumerateArray())
            .Select(action => action.GetString()),
        Is.All.Not.Contains("*"));

    [Test]
    public void Should_let_a_gateway_read_the_join_account_and_no_other() => Assert.That(
        SecretsOf(_deployed, "gateway-server-policy"), Is.EqualTo(new[] { "secrets-join-id" }));

    [Test]
    public void Should_let_domain_controllers_read_the_accounts_they_create() => Assert.That(
        SecretsOf(_deployed, "directory-server-policy"), Is.EquivalentTo(new[]
        {
            "secrets-administrator-id", "secrets-join-id", "secrets-safe-mode-id", "secrets-setup-id",
        }));

    [Test]
    public async Task Should_let_a_gateway_read_the_certificate_that_the_stack_file_names()
    {
        var deployed = await DeployedStack.Of(Plans.WithGateway(gateway => gateway with
        {
            CertificateSecretArn = Plans.Secret,
            CertificatePasswordSecretArn = Plans.Secret,
        }));

        Assert.That(
            SecretsOf(deployed, "gateway-server-policy"),
            Is.EquivalentTo(new[] { "secrets-join-id", Plans.Secret }));
    }

    [Test]
    public void Should_decrypt_a_secret_under_another_key_through_secrets_manager_only()
    {
        var statements = StatementsOf(
            _deployed.Named("aws:iam/rolePolicy:RolePolicy", "gateway-server-policy"));
        var condition = statements
            .Single(statement => statement.GetProperty("Sid").GetString() == "DecryptSecret1")
            .GetProperty("Condition").GetProperty("StringEquals");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                condition.GetProperty("kms:ViaService").GetString(),
                Is.EqualTo("secretsmanager.eu-west-1.amazonaws.com"));
            Assert.That(
                condition.GetProperty("kms:EncryptionContext:SecretARN").GetString(),
                Is.EqualTo("secrets-join-id"));
        }
    }

    [Test]
    public void Should_close_the_bucket_to_whatever_is_not_encrypted_on_its_way()
    {
        var statement = StatementsOf(_deployed.Named("aws:s3/bucketPolicy:BucketPolicy", "storage-policy"))
            .Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(statement.GetProperty("Effect").GetString(), Is.EqualTo("Deny"));
            Assert.That(
                statement.GetProperty("Condition").GetProperty("Bool").GetProperty("aws:SecureTransport")
                    .GetString(),
                Is.EqualTo("false"));
        }
    }

    private static IEnumerable<string?> SecretsOf(DeployedStack deployed, string policy) =>
        StatementsOf(deployed.Named("aws:iam/rolePolicy:RolePolicy", policy))
            .Single(statement => statement.GetProperty("Sid").GetString() == "ReadOwnSecrets")
            .GetProperty("Resource").EnumerateArray().Select(resource => resource.GetString());

    private static IEnumerable<JsonElement> StatementsOf(DeployedResource policy) =>
        JsonDocument.Parse(policy.Text("policy")).RootElement.GetProperty("Statement").EnumerateArray();
}
