using System.Text.Json;
using System.Text.Json.Serialization;
using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Sdks;

[TestFixture]
public sealed class OutputJsonTests
{
    [Test]
    public async Task Nested_outputs_and_inputs_are_written_as_their_values()
    {
        Input<int> input = 7;
        var json = Output.JsonSerialize(Output.Create(new Dictionary<string, object?>
        {
            ["text"] = Output.Create("a<b"),
            ["number"] = input,
            ["list"] = new object?[] { 1, "two", null, Output.Create(true) },
            ["inner"] = new { Name = Output.Create("n"), Size = 2.5 },
            ["inputs"] = new InputList<string> { "x", Output.Create("y") },
            ["map"] = new InputMap<string> { { "k", Output.Create("v") } },
        }));

        var text = await OutputUtilities.GetValueAsync(json);

        Assert.That(text, Is.EqualTo(
            """{"text":"a\u003Cb","number":7,"list":["""
            + """1,"two",null,true],"inner":{"Name":"n","Size":2.5},"inputs":["x","y"],"map":{"k":"v"}}"""));
    }

    [Test]
    public async Task Typed_record_keeps_its_attributes_and_options()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

        var json = Output.JsonSerialize(Output.Create(new Statement("Allow", Output.Create("arn"))), options);

        Assert.That(
            await OutputUtilities.GetValueAsync(json), Is.EqualTo("""{"effect":"Allow","resource":"arn"}"""));
    }

    [Test]
    public async Task Record_members_follow_their_attributes()
    {
        var json = Output.JsonSerialize(Output.Create(new Rule { Hidden = "h", Actions = ["a"] }));
        var full = Output.JsonSerialize(Output.Create(new Rule { Note = Output.Create("n"), Count = 2 }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await OutputUtilities.GetValueAsync(json),
                Is.EqualTo("""{"actions":["a"],"Count":null,"Ratio":0.1}"""));
            Assert.That(
                await OutputUtilities.GetValueAsync(full),
                Is.EqualTo("""{"actions":[],"Note":"n","Count":2,"Ratio":0.1}"""));
        }
    }

    [Test]
    public async Task Declared_type_decides_what_is_written()
    {
        var statements = new List<Shape> { new Circle("round", 3) };

        var json = Output.JsonSerialize(Output.Create(statements));
        var untyped = Output.JsonSerialize(
            Output.Create(new Dictionary<string, object> { ["it"] = statements[0] }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(json), Is.EqualTo("""[{"Name":"round"}]"""));
            Assert.That(
                await OutputUtilities.GetValueAsync(untyped),
                Is.EqualTo("""{"it":{"Radius":3,"Name":"round"}}"""));
        }
    }

    [Test]
    public async Task Values_of_the_platform_are_written_its_way()
    {
        var json = Output.JsonSerialize(Output.Create(new Dictionary<string, object?>
        {
            ["time"] = DateTime.UnixEpoch,
            ["day"] = DayOfWeek.Monday,
            ["id"] = Guid.Empty,
            ["bytes"] = new byte[] { 1, 2 },
            ["long"] = 5L,
            ["money"] = 1.50m,
            ["set"] = new HashSet<string> { "x" },
            ["late"] = Output.Create(LaterAsync()),
        }));

        Assert.That(await OutputUtilities.GetValueAsync(json), Is.EqualTo(
            """{"time":"1970-01-01T00:00:00Z","day":1,"id":"00000000-0000-0000-0000-000000000000","bytes":"AQI=","long":"""
            + """5,"money":1.50,"set":["x"],"late":"later"}"""));
    }

    [Test]
    public async Task Nested_secret_makes_the_text_secret()
    {
        var json = Output.JsonSerialize(Output.Create(new Statement("Allow", Output.CreateSecret("arn"))));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Output.IsSecretAsync(json), Is.True);
            Assert.That(
                await OutputUtilities.GetValueAsync(json),
                Is.EqualTo("""{"Effect":"Allow","Resource":"arn"}"""));
        }
    }

    [Test]
    public async Task Nested_unknown_makes_the_text_unknown()
    {
        var json = Output.JsonSerialize(
            Output.Create(new Statement("Allow", OutputUtilities.CreateUnknown("arn"))));

        Assert.That(await OutputUtilities.GetIsKnownAsync(json), Is.False);
    }

    [Test]
    public async Task Text_is_read_back()
    {
        var statement = Output.JsonDeserialize<Statement>(
            Output.CreateSecret("""{"Effect":"Deny","Resource":"all"}"""));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await OutputUtilities.GetValueAsync(statement.Apply(s => s.Effect)), Is.EqualTo("Deny"));
            Assert.That(
                await OutputUtilities.GetValueAsync(statement.Apply(s => s.Resource)), Is.EqualTo("all"));
            Assert.That(await Output.IsSecretAsync(statement), Is.True);
        }
    }

    private static async Task<string> LaterAsync()
    {
        await Task.Delay(5);
        return "later";
    }

    private sealed record Statement(string Effect, Output<string> Resource);

    private record Shape(string Name);

    private sealed record Circle(string Name, int Radius) : Shape(Name);

    private sealed record Rule
    {
        [JsonPropertyName("actions")]
        public IReadOnlyList<string> Actions { get; init; } = [];

        [JsonIgnore]
        public string? Hidden { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Input<string>? Note { get; init; }

        public int? Count { get; init; }

        public double Ratio { get; init; } = 0.1;
    }
}
