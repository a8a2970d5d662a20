using System.Reflection;
using ExchangeOnAws.Reporting.Diff;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using Pulumi.AwsNative.SecretsManager;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_secrets_are_generated
{
    private IReadOnlyList<DeployedResource> _secrets = null!;

    [OneTimeSetUp]
    public async Task Deploy() =>
        _secrets = (await DeployedStack.Of(Plans.TwoZones)).All("aws-native:secretsmanager:Secret");

    [Test]
    public void Should_have_one_for_every_account() => Assert.That(
        _secrets.Select(secret => (secret.Name, secret.Map("generateSecretString")["secretStringTemplate"])),
        Is.EquivalentTo(new[]
        {
            ("secrets-administrator", (object)"""{"username":"StackAdmin"}"""),
            ("secrets-safe-mode", """{"username":"Administrator"}"""),
            ("secrets-join", """{"username":"svc-join"}"""),
            ("secrets-setup", """{"username":"svc-exchange-setup"}"""),
        }));

    [Test]
    public void Should_keep_every_value_out_of_the_state()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_secrets.SelectMany(secret => secret.Inputs.Keys), Does.Not.Contain("secretString"));
            Assert.That(
                _secrets.Select(secret => secret.Map("generateSecretString")["generateStringKey"]),
                Is.All.EqualTo("password"));
        }
    }

    // Cloud Control gets the generator again with every update of such a secret, whatever the update is
    // about, so no input may cause one: not those that are set, and none that the resource has.
    [Test]
    public async Task Should_never_make_another_password_for_an_account_that_exists()
    {
        var inputs = typeof(SecretArgs).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]).ToArray();
        var secrets = (await DeployedStack.Of(Plans.ThreeZones)).All("aws-native:secretsmanager:Secret");
        var generated = secrets.Where(secret => secret.Inputs.ContainsKey("generateSecretString")).ToArray();

        Assert.That(
            inputs,
            Is.SupersetOf(new[] { "description", "kmsKeyId", "name", "replicaRegions", "tags" }));
        Assert.That(generated, Has.Length.EqualTo(5));
        foreach (var secret in generated)
        {
            Assert.That(
                inputs.Concat(secret.Inputs.Keys).Where(input =>
                    !PropertyPath.IsWithin(input, secret.Options.IgnoreChanges)),
                Is.Empty, secret.Name);
        }
    }

    [Test]
    public async Task Should_go_on_changing_what_a_step_fills()
    {
        var filled = (await DeployedStack.Of(Plans.ThreeZones)).All("aws-native:secretsmanager:Secret")
            .Where(secret => !secret.Inputs.ContainsKey("generateSecretString")).ToArray();

        Assert.That(filled, Has.Length.EqualTo(2));
        Assert.That(filled.SelectMany(secret => secret.Options.IgnoreChanges), Is.Empty);
    }

    [Test]
    public void Should_make_passwords_that_any_domain_policy_takes() => Assert.That(
        _secrets.Select(secret => secret.Map("generateSecretString")),
        Is.All.Matches<IReadOnlyDictionary<string, object>>(generator =>
            (double)generator!["passwordLength"] >= 24 && generator["requireEachIncludedType"] is true));
}
