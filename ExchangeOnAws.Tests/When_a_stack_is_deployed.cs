using System.Collections.Immutable;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests;

public sealed class When_a_stack_is_deployed
{
    private static IEnumerable<TestCaseData<DeploymentPlan>> Environments()
    {
        yield return new TestCaseData<DeploymentPlan>(Repository.PlanOf("dev")) { TestName = "{m}(dev)" };
        yield return new TestCaseData<DeploymentPlan>(Repository.PlanOf("prod")) { TestName = "{m}(prod)" };
        yield return new TestCaseData<DeploymentPlan>(Repository.PlanOf("existing"))
        {
            TestName = "{m}(existing)",
        };
        yield return new TestCaseData<DeploymentPlan>(
            Plans.With(settings => settings with { Network = Plans.ExistingVpc }))
        { TestName = "{m}(existing VPC)" };
        yield return new TestCaseData<DeploymentPlan>(
            Plans.WithDirectory(directory => directory with { Existing = Plans.ExistingDirectory }))
        {
            TestName = "{m}(existing domain)",
        };
    }

    [TestCaseSource(nameof(Environments))]
    public async Task Should_request_the_same_resources_in_a_preview(DeploymentPlan plan)
    {
        var previewed = await DeployedStack.Of(plan, isPreview: true);
        var deployed = await DeployedStack.Of(plan);

        Assert.That(previewed.Resources, Is.Not.Empty);
        Assert.That(
            previewed.Resources.Select(resource => (resource.Type, resource.Name)),
            Is.EquivalentTo(deployed.Resources.Select(resource => (resource.Type, resource.Name))));
    }

    // Two resources of one type and name would be one to Pulumi, and mocks do not notice.
    [TestCaseSource(nameof(Environments))]
    public async Task Should_name_every_resource_once(DeploymentPlan plan)
    {
        var deployed = await DeployedStack.Of(plan);

        Assert.That(deployed.Resources.Select(resource => (resource.Type, resource.Name)), Is.Unique);
    }

    [TestCaseSource(nameof(Environments))]
    public async Task Should_put_every_resource_into_a_component(DeploymentPlan plan)
    {
        var deployed = await DeployedStack.Of(plan);

        Assert.That(
            deployed.Resources.Where(resource => resource.Parent is null && !resource.IsComponent)
                .Select(resource => resource.Name),
            Is.EqualTo(new[] { "unique-suffix" }));
    }

    [TestCaseSource(nameof(Environments))]
    public async Task Should_tag_everything_that_can_have_tags(DeploymentPlan plan)
    {
        var deployed = await DeployedStack.Of(plan);
        var taggable = deployed.Resources.Where(resource =>
                resource.Args?.GetType().GetProperty("Tags") is not null
                && !resource.IsComponent).ToArray();

        Assert.That(taggable, Is.Not.Empty);
        foreach (var resource in taggable)
        {
            Assert.That(resource.Inputs, Does.ContainKey("tags"), resource.Name);
            Assert.That(TagNames(resource.Inputs["tags"]),
                Is.SupersetOf(new[] { "Name", "Project", "Stack" }), resource.Name);
        }
    }

    // A name that AWS must know in advance carries a random part; two stacks of one account can never
    // collide.
    [TestCaseSource(nameof(Environments))]
    public async Task Should_fix_no_physical_name_that_another_stack_could_have(DeploymentPlan plan)
    {
        var deployed = await DeployedStack.Of(plan);
        var named = deployed.Resources
            .Where(resource => resource.Inputs.ContainsKey("name"))

            // What an association names is its document, which Pulumi gives a name of its own.
            .Where(resource => resource.Type != "aws:ssm/association:Association")
            .ToArray();

        foreach (var resource in named)
        {
            Assert.That(resource.Text("name"), Does.Contain("unique-suffix-hex"), resource.Name);
        }
    }

    [Test]
    public async Task Should_carry_the_tags_of_the_stack_file()
    {
        var deployed = await DeployedStack.Of(Plans.With(settings =>
            settings with { Tags = new Dictionary<string, string> { ["Owner"] = "messaging" } }));

        Assert.That(
            deployed.Named("aws:ec2/vpc:Vpc", "network-vpc").Map("tags"),
            Is.EqualTo(ImmutableDictionary<string, object>.Empty
                .Add("Name", "exchange-on-aws-test-vpc").Add("Owner", "messaging")
                .Add("Project", "exchange-on-aws").Add("Stack", "test")));
    }

    // A map, or a list of keys and values.
    private static IEnumerable<string> TagNames(object tags) =>
        tags is ImmutableDictionary<string, object> map
            ? map.Keys
            : ((ImmutableArray<object>)tags)
                .Cast<ImmutableDictionary<string, object>>()
                .Select(tag => (string)tag["key"]);
}
