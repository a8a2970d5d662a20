using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components.Shared;

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

    [Test]
    public void Should_never_make_another_password_for_an_account_that_exists() => Assert.That(
        _secrets.Select(secret => secret.Options.IgnoreChanges), Is.All.Contains("generateSecretString"));

    [Test]
    public void Should_make_passwords_that_any_domain_policy_takes() => Assert.That(
        _secrets.Select(secret => secret.Map("generateSecretString")),
        Is.All.Matches<IReadOnlyDictionary<string, object>>(generator =>
            (double)generator!["passwordLength"] >= 24 && generator["requireEachIncludedType"] is true));
}
