using System.Text.Json.Nodes;
using ExchangeOnAws.Reporting.Diff;
using NUnit.Framework;
using static ExchangeOnAws.Tests.Support.PlanDocuments;

namespace ExchangeOnAws.Tests.Reporting.Diff;

public sealed class ResourceDiffTests
{
    private const string Association = "aws:ssm/association:Association";
    private const string Document = "aws:ssm/document:Document";
    private const string Balancer = "aws:lb/loadBalancer:LoadBalancer";
    private const string Rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

    [TestCase("""{ "ami": "a", "userData": "x" }""", """{ "ami": "b", "userData": "y" }""", null)]
    [TestCase("""{ "instanceType": "a" }""", """{ "instanceType": "b" }""", ChangeKind.Changed)]
    [TestCase("""{ "privateIp": "a" }""", """{ "privateIp": "b" }""", ChangeKind.Replaced)]
    [TestCase(
        """{ "rootBlockDevice": { "volumeSize": 1, "encrypted": true } }""",
        """{ "rootBlockDevice": { "volumeSize": 2, "encrypted": true } }""", ChangeKind.Changed)]
    [TestCase(
        """{ "rootBlockDevice": { "volumeSize": 1, "encrypted": true } }""",
        """{ "rootBlockDevice": { "volumeSize": 1, "encrypted": false } }""", ChangeKind.Replaced)]
    [TestCase("""{ "keyName": "a" }""", "{}", ChangeKind.Replaced)]
    public void Instance_is_replaced_by_what_only_a_new_one_can_have(
        string before, string after, ChangeKind? expected)
    {
        const string Options = """{ "ignoreChanges": ["ami", "userData"] }""";

        var changes = Diff(
            [Resource(Instance, "exa1", before, options: Options)],
            [Resource(Instance, "exa1", after, options: Options)]);

        Assert.That(changes.SingleOrDefault()?.Kind, Is.EqualTo(expected));
    }

    [TestCase("network", "a, b", "a, b, c", ChangeKind.Changed)]
    [TestCase("network", "a, b", "a, c", ChangeKind.Replaced)]
    [TestCase("network", "a, b", "a", ChangeKind.Replaced)]
    [TestCase("application", "a, b", "a", ChangeKind.Changed)]
    public void Subnets_can_only_be_added_to_a_network_load_balancer(
        string type, string before, string after, ChangeKind expected) =>
        Assert.That(
            Diff(
                [Resource(Balancer, "lb", Subnets(type, before))],
                [Resource(Balancer, "lb", Subnets(type, after))]).Single().Kind,
            Is.EqualTo(expected));

    [TestCase("""{ "cidrIpv4": "10.0.0.0/16" }""", """{ "cidrIpv4": "10.1.0.0/16" }""", ChangeKind.Changed)]
    [TestCase(
        """{ "cidrIpv4": "10.0.0.0/16" }""", """{ "referencedSecurityGroupId": "sg-1" }""",
        ChangeKind.Replaced)]
    public void Rule_keeps_its_kind_of_source(string before, string after, ChangeKind expected) =>
        Assert.That(Diff([Resource(Rule, "rule", before)], [Resource(Rule, "rule", after)]).Single().Kind,
        Is.EqualTo(expected));

    [Test]
    public void Replacement_goes_on_to_who_refers_to_it_and_stops_where_an_update_does()
    {
        JsonObject[] Network(string cidr) =>
        [
            Resource("aws:ec2/vpc:Vpc", "vpc", $$"""{ "cidrBlock": "{{cidr}}" }"""),
            Resource(Subnet, "subnet", """{ "vpcId": "${vpc.id}" }"""),
            Resource(Instance, "exa1", """{ "subnetId": "${subnet.id}" }"""),
            Resource(
                "aws:ec2/volumeAttachment:VolumeAttachment", "disk", """{ "instanceId": "${exa1.id}" }"""),
            Resource(
                "aws:iam/rolePolicy:RolePolicy", "policy", """{ "policy": "{\"on\":\"${exa1.arn}\"}" }"""),
            Resource("aws:iam/role:Role", "role", """{ "description": "${policy.id}" }"""),
            Resource(Instance, "other", """{ "subnetId": "subnet-1" }"""),
        ];

        Assert.That(
            Diff(Network("10.0.0.0/16"), Network("10.1.0.0/16"))
                .Select(change => (change.Resource.Name, change.Kind)),
            Is.EqualTo(new[]
            {
                ("disk", ChangeKind.Replaced), ("exa1", ChangeKind.Replaced), ("subnet", ChangeKind.Replaced),
                ("vpc", ChangeKind.Replaced), ("policy", ChangeKind.Changed),
            }));
    }

    // As network-routes-private-eu-west-1a, which is a route table and the association of it.
    [Test]
    public void Reference_means_the_first_of_two_resources_of_one_name()
    {
        JsonObject[] Routes(string subnet) =>
        [
            Resource("aws:ec2/routeTable:RouteTable", "routes", """{ "vpcId": "vpc-1" }"""),
            Resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "routes",
                $$"""{ "routeTableId": "${routes.id}", "subnetId": "{{subnet}}" }"""),
            Resource("aws:ec2/route:Route", "route", """{ "routeTableId": "${routes.id}" }"""),
        ];

        Assert.That(Diff(Routes("subnet-1"), Routes("subnet-2")), Has.Count.EqualTo(1));
    }

    [Test]
    public void Step_runs_again_when_its_document_gets_another_version()
    {
        JsonObject[] Steps(string content) =>
        [
            Resource(Document, "steps-doc", $$"""{ "content": "{{content}}" }"""),
            Resource(
                Association, "steps-exa1-join", """{ "documentVersion": "${steps-doc.latestVersion}" }""",
                "steps", """{ "replaceOnChanges": ["documentVersion"], "deleteBeforeReplace": true }"""),
        ];

        Assert.That(
            Diff(Steps("a"), Steps("b")).Select(change => (change.Resource.Name, change.Kind)),
            Is.EqualTo(new[]
            {
                ("steps-doc", ChangeKind.Changed), ("steps-exa1-join", ChangeKind.RunsAgain),
            }));
    }

    [Test]
    public void Group_follows_the_latest_version_of_its_template()
    {
        JsonObject[] Gateways(string type) =>
        [
            Resource(
                "aws:ec2/launchTemplate:LaunchTemplate", "template", $$"""{ "instanceType": "{{type}}" }"""),
            Resource("aws:autoscaling/group:Group", "group",
                """{ "launchTemplate": { "id": "${template.id}", "version": "1" } }"""),
        ];

        Assert.That(
            Diff(Gateways("t3.large"), Gateways("t3.xlarge"))[0].Properties,
            Is.EqualTo(new[] { new PropertyChange("launchTemplate.version", "1", "1", IsRenewed: true) }));
    }

    [Test]
    public void Another_name_is_another_resource_and_looks_renamed()
    {
        var changes = Diff(
            [Resource(Instance, "exa1", """{ "privateIp": "10.0.0.10", "tags": { "Name": "a" } }""")],
            [Resource(Instance, "exb1", """{ "privateIp": "10.0.0.10", "tags": { "Name": "b" } }""")]);

        Assert.That(
            changes.Select(change => (change.Kind, change.Counterpart)),
            Is.EqualTo(new[] { (ChangeKind.Removed, "exb1"), (ChangeKind.Added, "exa1") }));
    }

    [TestCase("exchange:index:Server", 0)]
    [TestCase("exchange:index:Cluster", 2)]
    public void Component_of_another_type_makes_another_resource(string type, int expected) => Assert.That(
        Diff(
            [Resource("exchange:index:Server", "a", "{}"), Resource(Instance, "exa1", "{}", "a")],
            [Resource(type, "b", "{}"), Resource(Instance, "exa1", "{}", "b")]),
        Has.Count.EqualTo(expected));

    private static string Subnets(string type, string ids) => new JsonObject
    {
        ["loadBalancerType"] = type,
        ["subnets"] = new JsonArray([.. ids.Split(", ").Select(id => JsonValue.Create(id))]),
    }.ToJsonString();

    private static IReadOnlyList<ResourceChange> Diff(JsonObject[] before, JsonObject[] after) =>
        PlanDiff.Of(With(before), With(after)).Resources;
}
