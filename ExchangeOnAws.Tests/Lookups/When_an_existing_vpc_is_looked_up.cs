using System.Net;
using ExchangeOnAws.Findings;
using ExchangeOnAws.Lookups;
using ExchangeOnAws.Planning;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;

namespace ExchangeOnAws.Tests.Lookups;

public sealed class When_an_existing_vpc_is_looked_up
{
    private static readonly DeploymentPlan s_plan = Repository.PlanOf("existing");

    [Test]
    public async Task Should_find_nothing_wrong_with_one_that_is_as_the_stack_file_says() =>
        Assert.That(await FindingsOf(_ => { }), Is.Empty);

    private static IEnumerable<TestCaseData<Delegate, string>> Wrongs()
    {
        TestCaseData<Delegate, string> Wrong(string name, Action<SimulatedVpc> change, string text) =>
            new(change, text) { TestName = $"{{m}}({name})" };
        yield return Wrong("subnet of another VPC",
            vpc => Change(vpc, 0, one => one with { VpcId = "vpc-9a1b2c3d" }),
            "network.privateSubnetIds names subnet-0a1b2c3d4e5f67890, which belongs to vpc-9a1b2c3d and not "
            + "to network.vpcId vpc-0a1b2c3d4e5f67890. Use a subnet of that VPC.");
        yield return Wrong("two subnets in one zone",
            vpc => Change(vpc, 1, one => one with { Zone = "eu-west-1a" }),
            "network.privateSubnetIds names subnet-1a1b2c3d4e5f67890 for eu-west-1b; it lies in eu-west-1a. "
            + "List one subnet per zone, in the order of network.zones.");
        yield return Wrong("other addresses",
            vpc => Change(vpc, 3, one => one with { Cidr = IPNetwork.Parse("10.20.9.0/26") }),
            "network.publicSubnetCidrs says 10.20.8.0/26 for subnet-3a1b2c3d4e5f67890, which has "
            + "10.20.9.0/26; servers would get addresses that it does not hold. Set it to 10.20.9.0/26.");
        yield return Wrong("subnet that is not there", vpc => vpc.Subnets.RemoveAt(2),
            "network.privateSubnetIds names subnet-2a1b2c3d4e5f67890, which AWS does not show in eu-west-1: "
            + "no matching EC2 Subnet found. Correct the id, or the account and region of this stack.");
        yield return Wrong("public subnet without internet gateway", vpc => vpc.Routes[1].Subnets.RemoveAt(0),
            "subnet-3a1b2c3d4e5f67890 has no default route to an internet gateway, so it is not public. Use "
            + "a public subnet, or give its route table that route.");
        yield return Wrong("private subnet that is public",
            vpc => vpc.Routes[1].Subnets.Add("subnet-0a1b2c3d4e5f67890"),
            "subnet-0a1b2c3d4e5f67890 has its default route to an internet gateway; servers without a public "
            + "address get no way out by it. Use a private subnet, whose default route leads to a NAT "
            + "gateway or another way out.");
        yield return Wrong("address that somebody else has",
            vpc => vpc.Interfaces["10.20.0.100"] = "eni-0a1b2c3d4e5f67890",
            "10.20.0.100, the address of EXA1, belongs to eni-0a1b2c3d4e5f67890. Give the server another one "
            + "with network.hostAddresses.EXA1.");
        yield return Wrong("VPC without names", vpc => vpc.ResolvesNames = false,
            "network.vpcId vpc-0a1b2c3d4e5f67890 has enableDnsSupport off, so servers find no AWS service by "
            + "name. Switch it on.");
    }

    [Test]
    public async Task Should_refuse_second_endpoints_and_count_its_own_for_none()
    {
        var plan = Plans.With(settings => settings with
        {
            Network = Plans.ExistingVpc with { InterfaceEndpoints = true },
        });
        var vpc = SimulatedVpc.Of(plan);
        vpc.Endpoints.Add("ssm");

        var findings = await AwsFindingsOf(plan, vpc);
        vpc.EndpointTags["Project"] = "exchange-on-aws";
        vpc.EndpointTags["Stack"] = "test";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(findings.Single().Message, Is.EqualTo("network.interfaceEndpoints is true and "
                + "vpc-0a1b2c3d4e5f67890 has endpoints for ssm already; AWS refuses second ones with private "
                + "names. Remove network.interfaceEndpoints, and let the endpoints' security groups admit "
                + "the subnets of the servers."));
            Assert.That(await AwsFindingsOf(plan, vpc), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Wrongs))]
    public async Task Should_say_what_is_wrong(Delegate change, string message) =>
        Assert.That(await FindingsOf((Action<SimulatedVpc>)change), Is.EqualTo(new[]
        {
            Finding.Error(SubjectOf(message), message),
        }));

    [Test]
    public async Task Should_say_that_the_vpc_is_not_there()
    {
        var findings = await AwsFindingsOf(s_plan, new SimulatedVpc { Id = "vpc-0a1b2c3e" });

        Assert.That(findings.Single().Message, Is.EqualTo("network.vpcId names vpc-0a1b2c3d4e5f67890, which "
            + "AWS does not show in eu-west-1: no matching EC2 VPC found   for vpc-0a1b2c3d4e5f67890. "
            + "Correct the id, or the account and region of this stack."));
    }

    [Test]
    public async Task Should_take_the_addresses_of_its_own_servers_for_free() =>
        Assert.That(await FindingsOf(vpc =>
        {
            vpc.Interfaces["10.20.0.100"] = "eni-0a1b2c3d4e5f67890";
            vpc.OwnAddresses.Add("10.20.0.100");
        }), Is.Empty);

    [Test]
    public async Task Should_ask_for_a_way_out_or_endpoints()
    {
        var without = await FindingsOf(CloseRoutes);
        var with = await FindingsOf(vpc =>
        {
            CloseRoutes(vpc);
            vpc.Endpoints.AddRange(["kms", "logs", "secretsmanager", "ssm", "ssmmessages"]);
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(without, Has.Count.EqualTo(3));
            Assert.That(without[0].Severity, Is.EqualTo(Severity.Error));
            Assert.That(without[0].Message, Does.Contain(
                "has no default route, and its VPC no endpoints for kms, logs, secretsmanager, ssm, "
                + "ssmmessages, so no step reaches a server."));
            Assert.That(with, Has.Count.EqualTo(3));
            Assert.That(with.Select(finding => finding.Severity), Is.All.EqualTo(Severity.Warning));
        }
    }

    [Test]
    public async Task Should_warn_and_go_on_when_it_may_not_look()
    {
        var findings = await FindingsOf(vpc =>
            vpc.Refusal = "not authorized to perform: ec2:DescribeRouteTables");

        Assert.That(findings.Select(finding => (finding.Severity, finding.Message)), Is.EqualTo(new[]
        {
            (Severity.Warning, "network.vpcId vpc-0a1b2c3d4e5f67890 could not be looked up: not authorized "
                + "to perform: ec2:DescribeRouteTables. What AWS knows of it is not compared with the stack "
                + "file; allow ec2:Describe* and route53:Get* to have that done."),
        }));
    }

    [TestCase("example.org.", "mailFlow.publicHostedZoneId Z0123456789ABCDEFGHIJ is the zone example.org, "
        + "which cannot hold edgea1.example.com, edgeb1.example.com, example.com. Use the zone of that "
        + "domain, or remove mailFlow.publicHostedZoneId and publish the records yourself.")]
    [TestCase(null, "mailFlow.publicHostedZoneId names Z0123456789ABCDEFGHIJ, which Route 53 does not show: "
        + "no matching Route 53 Hosted Zone found. Correct the id, or the account of this stack.")]
    [TestCase("example.com.", null)]
    [TestCase("private:example.com.", "mailFlow.publicHostedZoneId Z0123456789ABCDEFGHIJ is a private zone, "
        + "which the internet does not ask. Use the public zone of the domain.")]
    public async Task Should_compare_hosted_zones_with_the_names_to_write(string? zone, string? message)
    {
        var plan = Plans.ThreeZonesWith(settings => settings with
        {
            MailFlow = new() { PublicHostedZoneId = "Z0123456789ABCDEFGHIJ" },
        });
        var vpc = new SimulatedVpc();
        if (zone is not null)
        {
            vpc.Zones["Z0123456789ABCDEFGHIJ"] = zone;
        }

        var findings = await AwsFindingsOf(plan, vpc);

        Assert.That(
            findings.Select(finding => finding.Message), Is.EqualTo(new[] { message }.OfType<string>()));
    }

    private static void CloseRoutes(SimulatedVpc vpc) =>
        vpc.Routes[0] = vpc.Routes[0] with { NatGateway = null };

    private static void Change(SimulatedVpc vpc, int index, Func<ExistingSubnet, ExistingSubnet> change) =>
        vpc.Subnets[index] = change(vpc.Subnets[index]);

    private static string SubjectOf(string message) => message switch
    {
        _ when message.StartsWith("network.", StringComparison.Ordinal) => message.Split(' ')[0],
        _ when message.StartsWith("10.20.", StringComparison.Ordinal) => "network.hostAddresses",
        _ when message.StartsWith("subnet-3", StringComparison.Ordinal) => "network.publicSubnetIds",
        _ => "network.privateSubnetIds",
    };

    private static Task<IReadOnlyList<Finding>> FindingsOf(Action<SimulatedVpc> change)
    {
        var vpc = SimulatedVpc.Of(s_plan);
        change(vpc);
        return AwsFindingsOf(s_plan, vpc);
    }

    private static async Task<IReadOnlyList<Finding>> AwsFindingsOf(DeploymentPlan plan, SimulatedVpc vpc)
    {
        IReadOnlyList<Finding> findings = [];
        await Deployment.TestWithServiceProviderAsync<LookupStack>(
            new RecordingMocks { Vpc = vpc },
            new Factory(() => new LookupStack(() =>
                findings = AwsFindings.Of(plan).GetAwaiter().GetResult())),
            new TestOptions { IsPreview = false });
        return findings;
    }

    private sealed class LookupStack : Stack
    {
        public LookupStack(Action look) => look();
    }

    private sealed class Factory(Func<LookupStack> create) : IServiceProvider
    {
        public object GetService(Type serviceType) => create();
    }
}
