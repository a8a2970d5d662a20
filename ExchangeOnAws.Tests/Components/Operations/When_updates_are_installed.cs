using System.Collections.Immutable;
using System.Text.Json;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

public sealed class When_updates_are_installed
{
    private const string Window = "aws:ssm/maintenanceWindow:MaintenanceWindow";
    private const string Target = "aws:ssm/maintenanceWindowTarget:MaintenanceWindowTarget";
    private const string Task = "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask";

    private DeployedStack _deployed = null!;

    [OneTimeSetUp]
    public async Task Deploy() => _deployed = await DeployedStack.Of(Plans.ThreeZones);

    [Test]
    public void Should_open_windows_on_days_of_their_own() => Assert.That(
        _deployed.All(Window).Select(window =>
            (window.Name, window.Inputs.GetValueOrDefault("scheduleOffset"))),
        Is.EqualTo(new (string, object?)[]
        {
            ("patching-eu-west-1a", null), ("patching-eu-west-1b", 1d), ("patching-eu-west-1c", 2d),
            ("patching-witness", 3d),
        }));

    [Test]
    public void Should_take_one_server_after_another()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_deployed.All(Task).Select(task => task.Text("maxConcurrency")), Is.All.EqualTo("1"));
            Assert.That(
                _deployed.All(Task).Where(task => task.Text("windowId") == "patching-eu-west-1a-id")
                    .OrderBy(task => task.Inputs["priority"]).Select(task => task.Name),
                Is.EqualTo(new[]
                {
                    "patching-gateway", "patching-dca1", "patching-edgea1",
                    "patching-exa1",
                }));
            Assert.That(
                _deployed.All(Task).GroupBy(task => (task.Text("windowId"), task.Inputs["priority"])),
                Has.All.Exactly(1).Items);
        }
    }

    [Test]
    public void Should_take_servers_out_of_service_first_and_back_at_the_end()
    {
        foreach (var task in _deployed.All(Task))
        {
            var parameters = Parameters(task);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(parameters["Operation"], Is.EqualTo("Install"));
                Assert.That(
                    parameters["PreInstallHookDocName"], Is.EqualTo("operation-before-updates-name"));
                Assert.That(parameters["OnExitHookDocName"], Is.EqualTo("operation-after-updates-name"));
            }
        }
    }

    // A hook gets no parameters, so these documents have what it would say as their defaults.
    [TestCase("operation-before-updates", "Reason", "patching")]
    [TestCase("operation-before-updates", "Members", "EXA1.corp.example.com,EXB1.corp.example.com")]
    [TestCase("operation-after-updates", "Always", "false")]
    public void Should_end_the_maintenance_of_updates_and_no_other(
        string document, string parameter, string value)
    {
        var content = JsonDocument.Parse(
            _deployed.Named("aws:ssm/document:Document", document).Text("content")).RootElement;

        Assert.That(
            content.GetProperty("parameters").GetProperty(parameter).GetProperty("default").GetString(),
            Is.EqualTo(value));
    }

    [Test]
    public void Should_find_servers_by_id_and_gateways_by_their_group() => Assert.That(
        _deployed.All(Target).Select(target =>
            ((ImmutableArray<object>)target.Inputs["targets"]).Cast<ImmutableDictionary<string, object>>()
            .Select(each => $"{each["key"]}={((ImmutableArray<object>)each["values"])[0]}").Single()),
        Is.SupersetOf(new[]
        {
            "tag:aws:autoscaling:groupName=gateway-group-name", "InstanceIds=mailbox-exa1-instance-id",
            "InstanceIds=mailbox-witness-instance-id",
        }));

    [Test]
    public void Should_give_every_server_the_baseline()
    {
        var group = _deployed.All("aws:ssm/patchGroup:PatchGroup").Single().Text("patchGroup");

        Assert.That(
            _deployed.All("aws:ec2/instance:Instance")
                .Select(instance => instance.Map("tags").GetValueOrDefault("PatchGroup")),
            Is.All.EqualTo(group));
    }

    [Test]
    public async Task Should_leave_updates_to_people_when_turned_off()
    {
        var deployed = await DeployedStack.Of(Plans.With(settings =>
            settings with { Patching = new() { Enabled = false } }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(deployed.Has(Window), Is.False);
            Assert.That(
                deployed.All("aws:ec2/instance:Instance").Select(instance => instance.Map("tags").Keys),
                Has.None.Contains("PatchGroup"));
        }
    }

    private static Dictionary<string, object> Parameters(DeployedResource task)
    {
        var invocation = (ImmutableDictionary<string, object>)task.Map("taskInvocationParameters")
            ["runCommandParameters"];
        return ((ImmutableArray<object>)invocation["parameters"])
            .Cast<ImmutableDictionary<string, object>>()
            .ToDictionary(
                parameter => (string)parameter["name"],
                parameter => ((ImmutableArray<object>)parameter["values"])[0]);
    }
}
