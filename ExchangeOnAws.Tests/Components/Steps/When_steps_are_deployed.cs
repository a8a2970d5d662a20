using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using Pulumi;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_steps_are_deployed
{
    private const string Association = "aws:ssm/association:Association";

    private DeploymentPlan _plan = null!;
    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy()
    {
        _plan = Plans.TwoZones;
        _deployed = await DeployedStack.Of(_plan);
    }

    [Test]
    public void Should_associate_every_step_of_a_host_with_its_instance()
    {
        foreach (var step in _plan.Steps.Schedule.Select(step => step.Step)
            .Where(step => !step.Target.IsGroup))
        {
            var target = TargetOf(_deployed.Named(Association, $"steps-{step.Id}"));

            using (Assert.EnterMultipleScope())
            {
                Assert.That(target.Key, Is.EqualTo("InstanceIds"), step.Id);
                var tier = step.Target.Role == HostRole.DomainController ? "directory" : "mailbox";
                Assert.That(
                    target.Value, Is.EqualTo($"{tier}-{step.Target.Name.ToLowerInvariant()}-instance-id"),
                    step.Id);
            }
        }
    }

    [Test]
    public void Should_reach_every_server_that_auto_scaling_will_ever_launch()
    {
        var target = TargetOf(_deployed.Named(Association, "steps-gateway"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(target.Key, Is.EqualTo("tag:aws:autoscaling:groupName"));
            Assert.That(target.Value, Is.EqualTo("gateway-group-name"));
        }
    }

    [Test]
    public void Should_wait_for_success_as_long_as_the_step_may_take() => Assert.That(
        _deployed.Named(Association, "steps-dca1-forest").Inputs["waitForSuccessTimeoutSeconds"],
        Is.EqualTo(60 * 60));

    // Only the creation of an association waits for its success.
    [Test]
    public void Should_run_a_changed_script_in_its_turn_and_wait_for_it() => Assert.That(
        Steps.Select(step => ((CustomResourceOptions)step.Options)),
        Is.All.Matches<CustomResourceOptions>(options => options!.DeleteBeforeReplace == true
            && options.ReplaceOnChanges.Contains("documentVersion")
            && options.ReplaceOnChanges.Contains("parameters")));

    // Otherwise the next pulumi up would update it without waiting, and start everything after it.
    [Test]
    public void Should_make_a_failed_step_anew() => Assert.That(
        Steps.Select(step => ((CustomResourceOptions)step.Options).ReplaceOnChanges),
        Is.All.Contains("#initerror"));

    [Test]
    public void Should_start_a_step_after_those_it_waits_for()
    {
        foreach (var step in _plan.Steps.Schedule.Select(step => step.Step)
            .Where(step => !step.Target.IsGroup))
        {
            Assert.That(
                _deployed.Named(Association, $"steps-{step.Id}").Dependencies,
                Is.SupersetOf(step.After.Select(id => $"steps-{id}")), step.Id);
        }
    }

    [Test]
    public void Should_start_the_gateway_once_the_domain_is_ready() => Assert.That(
        _deployed.Named(Association, "steps-gateway").Dependencies,
        Is.SupersetOf(new[] { "steps-dca1-health", "steps-dcb1-health", "gateway" }));

    [Test]
    public void Should_keep_what_every_step_wrote() => Assert.That(
        Steps.Select(step =>
            (step.Map("outputLocation")["s3BucketName"], step.Map("outputLocation")["s3KeyPrefix"])),
        Is.EquivalentTo(Steps.Select(step =>
            ((object)"storage-bucket-id", (object)$"logs/{step.Name["steps-".Length..]}"))));

    [Test]
    public void Should_pass_ids_and_secrets_by_reference()
    {
        var volume = _deployed.Named(Association, "steps-dca1-volume").Map("parameters");
        var forest = _deployed.Named(Association, "steps-dca1-forest").Map("parameters");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(volume["VolumeId"], Is.EqualTo("directory-dca1-volume-directory-id"));
            Assert.That(forest["AdministratorSecretArn"], Is.EqualTo("secrets-administrator-id"));
        }
    }

    [Test]
    public void Should_share_a_document_between_servers_that_run_the_same_script() => Assert.That(
        new[] { "steps-dca1-name", "steps-dcb1-name" }.Select(
            name => _deployed.Named(Association, name).Text("name")),
        Is.All.EqualTo("steps-server-set-computername-name"));

    [Test]
    public void Should_switch_names_to_the_domain_only_when_it_answers() => Assert.That(
        _deployed
            .Named("aws:ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation", "name-resolution-vpc")
            .Dependencies,
        Is.SupersetOf(_plan.DirectoryReady.Select(id => $"steps-{id}")));

    private IEnumerable<DeployedResource> Steps =>
        _deployed.All(Association).Where(step => step.Parent == "steps");

    private static (object Key, string Value) TargetOf(DeployedResource association)
    {
        var target = (System.Collections.Immutable.ImmutableDictionary<string, object>)
            ((System.Collections.Immutable.ImmutableArray<object>)association.Inputs["targets"]).Single();
        var values = (System.Collections.Immutable.ImmutableArray<object>)target["values"];
        return (target["key"], (string)values.Single());
    }
}
