using System.Collections.Immutable;
using System.Text.Json;
using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Sdks;

[TestFixture]
public sealed class When_a_resource_is_registered
{
    private readonly EchoMocks _mocks = new();
    private Server _server = null!;
    private Server _echo = null!;
    private Server _found = null!;

    private ImmutableDictionary<string, object> Inputs => _mocks["server"].Inputs;

    [OneTimeSetUp]
    public Task Run() => SdkProgram.RunAsync(_mocks, () =>
    {
        _server = new Server("server", new ServerArgs
        {
            Size = 3,
            Weight = 2.5,
            IsPublic = true,
            Labels = { "a", Output.Create("b") },
            Tags = { { "Name", "server" }, { "Secret", Output.CreateSecret("s") } },
            Disks = { new DiskArgs { Gib = 10, Kind = "gp3" }, new DiskArgs { Gib = 20 } },
            Tier = Tier.Gold,
            Port = "http",
            Policy = """{"Version":1,"Allow":["x",true,null],"Deny":null}""",
            Script = new StringAsset("run"),
            Password = "hunter2",
        });
        _echo = new Server(
            "echo",
            new ServerArgs
            {
                Image = _server.Arn,
                Labels = _server.Labels,
                Disks = new InputList<DiskArgs>(),
            },
            new CustomResourceOptions
            {
                Protect = true,
                ImportId = "imported",
                IgnoreChanges = { "tags" },
                DependsOn = { _server },
                Aliases = { new Alias { Name = "old" } },
            });
        _ = new Server("unset", new ServerArgs
        {
            Image = Output.Create((string)null!),
            Size = OutputUtilities.CreateUnknown(1),
        });
        _found = Server.Get("found", "i-1");
    });

    [Test]
    public void Should_pass_type_and_name()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_mocks["server"].Type, Is.EqualTo("fake:index:Server"));
            Assert.That(_server.GetResourceType(), Is.EqualTo("fake:index:Server"));
            Assert.That(_server.GetResourceName(), Is.EqualTo("server"));
        }
    }

    [Test]
    public void Should_pass_numbers_as_double()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Inputs["size"], Is.TypeOf<double>().And.EqualTo(3.0));
            Assert.That(Inputs["weight"], Is.EqualTo(2.5));
            Assert.That(Inputs["isPublic"], Is.True);
        }
    }

    [Test]
    public void Should_pass_lists_and_maps_as_immutable_collections()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                Inputs["labels"], Is.TypeOf<ImmutableArray<object>>().And.EqualTo(new[] { "a", "b" }));
            Assert.That(Inputs["tags"], Is.TypeOf<ImmutableDictionary<string, object>>());
            Assert.That((ImmutableDictionary<string, object>)Inputs["tags"], Contains.Key(
                "Name").WithValue("server"));
        }
    }

    [Test]
    public void Should_pass_nested_args_as_dictionaries_without_their_absent_members()
    {
        var disks = (ImmutableArray<object>)Inputs["disks"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(disks, Has.Length.EqualTo(2));
            Assert.That(disks[0], Contains.Key("kind").WithValue("gp3"));
            Assert.That(disks[1], Is.EquivalentTo(new Dictionary<string, object> { ["gib"] = 20.0 }));
        }
    }

    [Test]
    public void Should_pass_enumerations_unions_and_json_as_plain_values()
    {
        var policy = (ImmutableDictionary<string, object>)Inputs["policy"];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Inputs["tier"], Is.EqualTo("gold"));
            Assert.That(Inputs["port"], Is.EqualTo("http"));
            Assert.That(policy["Version"], Is.EqualTo(1.0));
            Assert.That(policy["Allow"], Is.EqualTo(new object?[] { "x", true, null }));
            Assert.That(policy, Contains.Key("Deny").WithValue(null));
        }
    }

    [Test]
    public void Should_pass_assets_as_assets() => Assert.That(Inputs["script"], Is.TypeOf<StringAsset>());

    [Test]
    public async Task Should_strip_secrets()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Inputs["password"], Is.EqualTo("hunter2"));
            Assert.That(
                (ImmutableDictionary<string, object>)Inputs["tags"], Contains.Key("Secret").WithValue("s"));
            Assert.That(await Output.IsSecretAsync(_server.Password), Is.False);
        }
    }

    [Test]
    public void Should_leave_out_what_is_absent_null_or_unknown()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Inputs, Does.Not.ContainKey("image"));
            Assert.That(_mocks["unset"].Inputs, Is.Empty);
        }
    }

    [Test]
    public void Should_pass_a_list_without_elements_as_empty()
        => Assert.That(_mocks["echo"].Inputs["disks"], Is.Empty);

    [Test]
    public void Should_pass_outputs_of_other_resources_by_value()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_mocks["echo"].Inputs["image"], Is.EqualTo("arn:server"));
            Assert.That(_mocks["echo"].Inputs["labels"], Is.EqualTo(new[] { "a", "b" }));
        }
    }

    [Test]
    public void Should_pass_no_options_but_the_import_id()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_mocks["echo"].Id, Is.EqualTo("imported"));
            Assert.That(_mocks["echo"].Inputs.Keys, Is.EquivalentTo(new[] { "image", "labels", "disks" }));
            Assert.That(_mocks["echo"].Provider, Is.Null.Or.Empty);
        }
    }

    [Test]
    public async Task Should_look_up_by_id()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_mocks["found"].Id, Is.EqualTo("i-1"));
            Assert.That(await OutputUtilities.GetValueAsync(_found.Id), Is.EqualTo("i-1"));
        }
    }

    [Test]
    public async Task Should_read_the_echoed_state_back()
    {
        var disks = await OutputUtilities.GetValueAsync(_server.Disks);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(_server.Id), Is.EqualTo("server-id"));
            Assert.That(await OutputUtilities.GetValueAsync(_server.Arn), Is.EqualTo("arn:server"));
            Assert.That(await OutputUtilities.GetValueAsync(_server.Size), Is.EqualTo(3));
            Assert.That(await OutputUtilities.GetValueAsync(_server.IsPublic), Is.True);
            Assert.That(await OutputUtilities.GetValueAsync(_server.Labels), Is.EqualTo(new[] { "a", "b" }));
            Assert.That(
                await OutputUtilities.GetValueAsync(_server.Tags), Contains.Key("Name").WithValue("server"));
            Assert.That(
                disks.Select(disk => (disk.Gib, disk.Kind)), Is.EqualTo(new[] { (10, "gp3"), (20, null) }));
            Assert.That(await OutputUtilities.GetValueAsync(_server.Tier), Is.EqualTo(Tier.Gold));
            Assert.That((await OutputUtilities.GetValueAsync(_server.Port)).AsT1, Is.EqualTo("http"));
        }
    }

    [Test]
    public async Task Should_make_every_output_depend_on_its_resource()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await OutputUtilities.GetDependenciesAsync(_server.Arn), Is.EquivalentTo(new[] { _server }));
            Assert.That(
                await OutputUtilities.GetDependenciesAsync(Output.Format($"{_server.Arn}{_echo.Id}")),
                Is.EquivalentTo(new[] { _server, _echo }));
            Assert.That(
                await OutputUtilities.GetDependenciesAsync(_server.Arn.Apply(_ => _echo.Arn)),
                Is.EquivalentTo(new[] { _server, _echo }));
            Assert.That(
                await OutputUtilities.GetDependenciesAsync(
                    OutputUtilities.WithDependency(Output.Create(1), _echo)),
                Is.EquivalentTo(new[] { _echo }));
        }
    }

    [Test]
    public async Task Should_pass_structured_settings_of_a_provider_as_json()
    {
        var mocks = new EchoMocks();
        await SdkProgram.RunAsync(mocks, () => _ = new FakeProvider("provider", new FakeProviderArgs
        {
            Region = "eu-central-1",
            DryRun = true,
            DefaultTags = new InputMap<string> { { "Owner", "\"me\"" } },
        }));
        using var tags = JsonDocument.Parse((string)mocks["provider"].Inputs["defaultTags"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mocks["provider"].Type, Is.EqualTo("pulumi:providers:fake"));
            Assert.That(mocks["provider"].Inputs["region"], Is.EqualTo("eu-central-1"));
            Assert.That(mocks["provider"].Inputs["dryRun"], Is.EqualTo("true"));
            Assert.That(tags.RootElement.GetProperty("Owner").GetString(), Is.EqualTo("\"me\""));
        }
    }

    [Test]
    public async Task Should_wait_for_inputs_that_come_later()
    {
        var mocks = new EchoMocks();
        await SdkProgram.RunAsync(mocks, () =>
        {
            var late = Output.Create(LaterAsync("late"));
            _ = new Server("server", new ServerArgs { Image = late, Labels = { late.Apply(LaterAsync) } });
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mocks["server"].Inputs["image"], Is.EqualTo("late"));
            Assert.That(mocks["server"].Inputs["labels"], Is.EqualTo(new[] { "late" }));
        }
    }

    private static async Task<string> LaterAsync(string text)
    {
        await Task.Delay(5);
        return text;
    }
}
