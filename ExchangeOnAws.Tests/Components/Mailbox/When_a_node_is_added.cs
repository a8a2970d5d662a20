using System.Text.Json;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Settings;
using ExchangeOnAws.Tests.Support;
using ExchangeOnAws.Values;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Components;

/// <summary>A cluster before and after it grows: what exists stays what it was.</summary>
public sealed class When_a_node_is_added
{
    // Steps and parameters say what is where, so they may change; servers and their data may not.
    private static readonly string[] s_stateful =
    [
        "aws:ec2/instance:Instance", "aws:ebs/volume:Volume", "aws:ec2/volumeAttachment:VolumeAttachment",
        "aws:ec2/subnet:Subnet", "aws:iam/role:Role", "aws:iam/instanceProfile:InstanceProfile",
        "aws-native:secretsmanager:Secret", "aws:s3/bucket:Bucket", "aws:kms/key:Key",
    ];

    private static IEnumerable<TestCaseData> Growths()
    {
        yield return Growth("a node in every zone", Plans.ThreeZones, Plans.ThreeZonesWith(settings =>
            settings with { Mailbox = settings.Mailbox with { NodesPerZone = 2 } }));
        yield return Growth("a node more where there are two", Plans.WithMailbox(mailbox =>
            mailbox with { NodesPerZone = 2 }), Plans.WithMailbox(mailbox =>
            mailbox with { NodesPerZone = 3 }));
        yield return Growth("a full node more in every zone", FullNodes(1), FullNodes(3));
        yield return Growth("a third zone with a full node", TwoZonesOfFullNodes, ThreeZonesOfFullNodes);
    }

    [TestCaseSource(nameof(Growths))]
    public async Task Should_change_no_existing_server_or_volume(DeploymentPlan before, DeploymentPlan after)
    {
        var old = await Stateful(before);
        var grown = await Stateful(after);

        Assert.That(grown.Count, Is.GreaterThan(old.Count));
        using (Assert.EnterMultipleScope())
        {
            foreach (var (name, inputs) in old)
            {
                Assert.That(grown, Does.ContainKey(name));
                Assert.That(grown.GetValueOrDefault(name), Is.EqualTo(inputs), name);
            }
        }
    }

    [TestCaseSource(nameof(Growths))]
    public void Should_not_rename_any_existing_node(DeploymentPlan before, DeploymentPlan after)
    {
        var old = before.Hosts.Where(host => host.Role != HostRole.Edge);

        Assert.That(after.Hosts, Is.SupersetOf(old));
    }

    // Which copies a member holds may change: members that are added take some over.
    [TestCaseSource(nameof(Growths))]
    public void Should_take_no_step_of_an_existing_node_away(DeploymentPlan before, DeploymentPlan after) =>
        Assert.That(
            after.Steps.Schedule.Select(step => step.Step.Id),
            Is.SupersetOf(before.Steps.Schedule
                .Select(step => step.Step)
                .Where(step => step.Script != "Mailbox/Set-DatabaseCopies")
                .Select(step => step.Id)));

    [Test]
    public void Should_leave_databases_mounted_where_they_are_but_for_those_that_new_nodes_take()
    {
        var two = Plans.WithMailbox(mailbox => mailbox with { Databases = 8 });
        var four = Plans.WithMailbox(mailbox => mailbox with { Databases = 8, NodesPerZone = 2 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(MountedOn(two), Is.EqualTo("EXA1 EXB1 EXA1 EXB1 EXA1 EXB1 EXA1 EXB1"));
            Assert.That(MountedOn(four), Is.EqualTo("EXA1 EXB1 EXA2 EXB2 EXA1 EXB1 EXA2 EXB2"));
        }
    }

    private static DeploymentPlan FullNodes(int nodesPerZone) => Plans.ThreeZonesWith(settings =>
        settings with
        {
            Mailbox = settings.Mailbox with { Witness = Witness.FullNode, NodesPerZone = nodesPerZone },
        });

    private static DeploymentPlan TwoZonesOfFullNodes =>
        Plans.WithMailbox(mailbox => mailbox with { Witness = Witness.FullNode, NodesPerZone = 2 });

    private static DeploymentPlan ThreeZonesOfFullNodes => Plans.With(settings => settings with
    {
        Network = settings.Network with { Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"] },
        Mailbox = settings.Mailbox with { Witness = Witness.FullNode, NodesPerZone = 3 },
    });

    private static string MountedOn(DeploymentPlan plan) =>
        string.Join(' ', plan.Cluster.Databases.Select(database => database.Copies[0].Member));

    private static async Task<Dictionary<string, string>> Stateful(DeploymentPlan plan) =>
        (await DeployedStack.Of(plan)).Resources
            .Where(resource => s_stateful.Contains(resource.Type))
            .ToDictionary(
                resource => $"{resource.Type} {resource.Name}",
                resource => JsonSerializer.Serialize(resource.Inputs.OrderBy(input => input.Key)));

    private static TestCaseData Growth(string name, DeploymentPlan before, DeploymentPlan after) =>
        new(before, after) { TestName = $"{{m}}({name})" };
}
