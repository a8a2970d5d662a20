using System.Collections.Immutable;
using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Support;
using NUnit.Framework;
using Pulumi;

namespace ExchangeOnAws.Tests.Components;

/// <summary>
/// The engine calls a hook before it creates an association, never for one that is there already and never in
/// a preview; mocks call none, so that the test does.
/// </summary>
public sealed class When_an_association_is_created
{
    private const string Association = "aws:ssm/association:Association";
    private const string Instances = "aws:ssm/getInstances:getInstances";
    private const string One = "i-0a1b2c3d4e5f60718";
    private const string Other = "i-1a1b2c3d4e5f60718";

    private readonly RecordingMocks _mocks = new() { Running = [One, Other] };
    private DeployedStack _deployed = null!;
    private int _askedByTheProgram;

    [OneTimeSetUp]
    public async Task Deploy()
    {
        _deployed = await DeployedStack.Of(Repository.PlanOf("prod"), mocks: _mocks);
        _askedByTheProgram = _mocks.Calls.Count(call => call.Token == Instances);
    }

    // Somebody stopped a server: nothing changes on it, so nobody waits for it.
    [Test]
    public void Should_ask_about_no_server_that_has_nothing_new() =>
        Assert.That(_askedByTheProgram, Is.Zero);

    [Test]
    public void Should_wait_for_every_server_whose_success_is_waited_for() => Assert.That(
        Waited.Select(association => association.Options.Hooks.BeforeCreate.Count), Is.All.EqualTo(1));

    [Test]
    public void Should_not_hold_up_what_runs_by_a_schedule() => Assert.That(
        _deployed.All(Association).Except(Waited)
            .Select(association => association.Options.Hooks.BeforeCreate.Count),
        Is.All.Zero);

    [Test]
    public async Task Should_find_the_server_of_a_step()
    {
        await Create("steps-exa1-name", "InstanceIds", One);

        Assert.That(Asked().Last(), Is.EqualTo(new[] { One }));
    }

    [Test]
    public async Task Should_find_all_servers_of_a_group()
    {
        await Create("steps-gateway", "tag:aws:autoscaling:groupName", "gateway");

        Assert.That(Asked().Last(), Is.EqualTo(new[] { One, Other }));
    }

    [Test]
    public void Should_replace_in_its_turn_what_runs_again_when_it_is_updated()
    {
        var waited = Waited.ToArray();
        Assert.That(waited, Is.Not.Empty);
        using (Assert.EnterMultipleScope())
        {
            foreach (var association in waited)
            {
                Assert.That(
                    association.Inputs.Keys.Except(AssociationChanges.Harmless).Append("#initerror"),
                    Is.SubsetOf(association.Options.ReplaceOnChanges), association.Name);
            }
        }
    }

    [Test]
    public void Should_know_what_a_change_of_every_input_does() => Assert.That(
        _deployed.All(Association).SelectMany(association => association.Inputs.Keys).Distinct(),
        Is.SubsetOf(AssociationChanges.Replacing.Keys
            .Concat(AssociationChanges.Harmless)
            .Concat(AssociationChanges.OfSchedules)));

    private IEnumerable<DeployedResource> Waited => _deployed.All(Association)
        .Where(association => association.Inputs.ContainsKey("waitForSuccessTimeoutSeconds"));

    private IEnumerable<string[]> Asked() => _mocks.Calls
        .Where(call => call.Token == Instances)
        .Select(call => AwsQueryRules.ValuesOf(call, "InstanceIds").ToArray());

    private async Task Create(string name, string key, string value)
    {
        var hook = _deployed.Named(Association, name).Options.Hooks.BeforeCreate.Single();
        var target = ImmutableDictionary<string, object?>.Empty
            .Add("key", key)
            .Add("values", ImmutableArray.Create<object?>(value));
        var inputs = ImmutableDictionary<string, object?>.Empty
            .Add("targets", ImmutableArray.Create<object?>(target));

        // Outside the program's flow, as the engine calls.
        Task calling;
        using (ExecutionContext.SuppressFlow())
        {
            var args = new ResourceHookArgs("urn", "", name, Association, inputs);
            calling = Task.Run(() => hook.Callback(args));
        }

        await calling;
    }
}
