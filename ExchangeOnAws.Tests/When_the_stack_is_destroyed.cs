using ExchangeOnAws.Evaluation;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests;

/// <summary>What a protected stack leaves behind stays closed, encrypted and locked.</summary>
public sealed class When_the_stack_is_destroyed
{
    private static readonly string[] s_keyInputs = ["kmsKeyArn", "kmsKeyId", "kmsMasterKeyId"];

    private static IEnumerable<TestCaseData<DeploymentPlan>> Protected()
    {
        yield return new TestCaseData<DeploymentPlan>(Repository.PlanOf("prod")) { TestName = "{m}(prod)" };
        yield return new TestCaseData<DeploymentPlan>(Repository.PlanOf("existing"))
        {
            TestName = "{m}(existing)",
        };
        yield return new TestCaseData<DeploymentPlan>(Plans.ThreeZonesWith(settings => settings with
        {
            Backup = new() { CopyRegion = "eu-central-1", VaultLock = true },
        }))
        { TestName = "{m}(copies of backups)" };
    }

    [TestCaseSource(nameof(Protected))]
    public async Task Should_leave_buckets_and_vaults_with_all_of_their_configuration(DeploymentPlan plan)
    {
        var resources = await StackEvaluation.Run(plan);
        var kept = resources.Where(resource => resource.Options.RetainOnDelete
            && resource.Type is "aws:s3/bucket:Bucket" or "aws:backup/vault:Vault").ToArray();
        var configuration = resources.Where(IsConfiguration).ToArray();

        Assert.That(kept, Is.Not.Empty);
        Assert.That(configuration, Has.Length.GreaterThanOrEqualTo(kept.Length));
        foreach (var resource in kept)
        {
            var own = configuration.Where(each => Names(each, resource)).ToArray();
            Assert.That(
                own.Where(each => each.Options.DeletedWith != resource.Name).Select(each => each.Name),
                Is.Empty,
                $"{resource.Name} would stay without them.");
        }

        Assert.That(
            configuration.Where(each => !kept.Any(resource => Names(each, resource)))
                .Select(each => each.Name),
            Is.Empty, "Whose configuration is that?");
    }

    // Without the key, nothing that it encrypts can be read again.
    [TestCaseSource(nameof(Protected))]
    public async Task Should_leave_the_keys_of_what_it_leaves(DeploymentPlan plan)
    {
        var resources = await StackEvaluation.Run(plan);
        var keys = resources.Where(resource => resource.Options.RetainOnDelete)
            .SelectMany(resource => s_keyInputs
                .Select(input => resource.Inputs.GetValueOrDefault(input) as string)).OfType<string>()
            .Distinct().ToArray();

        Assert.That(keys, Is.Not.Empty);
        foreach (var key in keys)
        {
            var named = resources.Single(resource =>
                resource.Type == "aws:kms/key:Key" && key == $"${{{resource.Name}.arn}}");
            Assert.That(named.Options.RetainOnDelete, Is.True, named.Name);
        }
    }

    [Test]
    public async Task Should_leave_nothing_of_a_stack_without_protection()
    {
        var resources = await StackEvaluation.Run(Repository.PlanOf("dev"));

        Assert.That(
            resources
                .Where(each => each.Options.RetainOnDelete || each.Options.DeletedWith is not null)
                .Select(each => each.Name),
            Is.Empty);
    }

    private static bool IsConfiguration(PlannedResource resource) =>
        (resource.Type.StartsWith("aws:s3/bucket", StringComparison.Ordinal)
            && resource.Type != "aws:s3/bucket:Bucket")
        || (resource.Type.StartsWith("aws:backup/vault", StringComparison.Ordinal)
            && resource.Type != "aws:backup/vault:Vault");

    // By its id, or by the name that it was given; copies of backups have the same name but for its end.
    private static bool Names(PlannedResource configuration, PlannedResource resource) =>
        configuration.Inputs.Values.OfType<string>().Any(value =>
            value == $"${{{resource.Name}.id}}"
            || value == resource.Inputs.GetValueOrDefault("name") as string);
}
