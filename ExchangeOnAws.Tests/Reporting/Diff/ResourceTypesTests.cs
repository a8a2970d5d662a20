using System.Reflection;
using ExchangeOnAws.Evaluation;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Reporting.Diff;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using Pulumi;

namespace ExchangeOnAws.Tests.Reporting.Diff;

public sealed class ResourceTypesTests
{
    private static IEnumerable<TestCaseData> Deployments()
    {
        yield return new TestCaseData(Repository.PlanOf("dev")) { TestName = "dev" };
        yield return new TestCaseData(Repository.PlanOf("prod")) { TestName = "prod" };
        yield return new TestCaseData(Plans.With(settings => settings with
        {
            Network = Plans.ExistingVpc,
            Directory = settings.Directory with { Existing = Plans.ExistingDirectory },
        }))
        { TestName = "existing" };
        yield return new TestCaseData(Plans.ThreeZonesWith(settings => settings with
        {
            ClientAccess = settings.ClientAccess with
            {
                HostedZoneId = "Z0123456789ABCDEFGHIJ",
                ApplicationLoadBalancer = new(),
            },
            Monitoring = settings.Monitoring with { AlarmEmails = ["admins@example.com"] },
        }))
        { TestName = "requested certificate" };
    }

    [TestCaseSource(nameof(Deployments))]
    public async Task Every_type_that_is_registered_is_in_the_table(DeploymentPlan plan)
    {
        var types = (await StackEvaluation.Run(plan))
            .Where(resource => !resource.IsComponent)
            .Select(resource => resource.Type)
            .ToHashSet();

        Assert.That(types, Is.Not.Empty);
        Assert.That(
            types.Except(ResourceTypes.All.Keys), Is.Empty,
            "plan diff cannot say whether a change replaces these: add them to resource-types.json, with "
                + "what the provider's schema says of them");
    }

    // A property that is misspelt would never replace anything.
    [Test]
    public void Every_property_in_the_table_is_an_input_of_its_type()
    {
        var inputs = Inputs();
        var unknown =
            from type in ResourceTypes.All
            where inputs.ContainsKey(type.Key)
            from property in type.Value.CreateOnly
                .Concat(type.Value.CreateOnlyWhen.Select(rule => rule.Property))
                .Concat(type.Value.Follows.Keys)
                .Concat(type.Value.Interrupts.Keys)
            let name = property.Split('.')[0]
            where name != "region" && !inputs[type.Key].Contains(name)
            select $"{type.Key} {property}";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inputs, Has.Count.GreaterThan(40));
            Assert.That(unknown, Is.Empty);
        }
    }

    [Test]
    public void Servers_and_what_holds_data_are_never_lost_silently() => Assert.That(
        ResourceTypes.All.Where(type => type.Value.Loss?.Severity == Severity.Error)
            .Select(type => type.Key),
        Is.EquivalentTo(new[]
        {
            "aws-native:secretsmanager:Secret", "aws:backup/vault:Vault", "aws:ebs/volume:Volume",
            "aws:ec2/instance:Instance", "aws:kms/key:Key", "aws:s3/bucket:Bucket",
        }));

    // The names that the bindings declare, by type token.
    private static Dictionary<string, HashSet<string>> Inputs() => new[]
        {
            typeof(Pulumi.Aws.Ec2.Vpc).Assembly, typeof(Pulumi.AwsNative.SecretsManager.Secret).Assembly,
            typeof(Pulumi.Random.RandomId).Assembly,
        }
        .SelectMany(assembly => assembly.GetTypes())
        .Where(type => type.IsSubclassOf(typeof(CustomResource)))
        .Select(type => (
            Token: type.GetCustomAttributes().OfType<ResourceTypeAttribute>().SingleOrDefault()?.Type,
            Args: type.Assembly.GetType($"{type.FullName}Args")))
        .Where(type => type is { Token: not null, Args: not null })
        .ToDictionary(
            type => type.Token!,
            type => type.Args!
                .GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .SelectMany(member => member.GetCustomAttributesData())
                .Where(attribute => attribute.AttributeType == typeof(InputAttribute))
                .Select(input => (string)input.ConstructorArguments[0].Value!)
                .ToHashSet());
}
