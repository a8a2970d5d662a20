using System.Collections;
using System.Collections.Immutable;
using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Sdks;

[TestFixture]
public sealed class InputTests
{
    [Test]
    public async Task List_converts_from_everything_that_holds_elements()
    {
        InputList<string>[] lists =
        [
            "a",
            Output.Create("a"),
            new[] { "a" },
            new[] { Output.Create("a") },
            new List<string> { "a" },
            new List<Input<string>> { "a" },
            ImmutableArray.Create("a"),
            Output.Create(ImmutableArray.Create("a")),
            Output.Create(new[] { "a" }),
            Output.Create<IEnumerable<string>>(new[] { "a" }),
            new() { "a" },
            ["a"],
        ];

        foreach (var list in lists)
        {
            Assert.That(await ValueAsync(list), Is.EqualTo(new[] { "a" }));
        }
    }

    [Test]
    public async Task List_grows_by_elements_and_lists()
    {
        var list = new InputList<string> { "a", Output.Create("b") };
        list.Add("c", "d");
        list.AddRange(new[] { "e" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await ValueAsync(list.Concat("f")), Is.EqualTo(new[] { "a", "b", "c", "d", "e", "f" }));
            Assert.That(await ValueAsync(list), Has.Length.EqualTo(5));
        }
    }

    [Test]
    public void List_has_no_synchronous_elements()
        => Assert.That(
            () => ((IEnumerable)new InputList<string> { "a" }).GetEnumerator(),
            Throws.TypeOf<NotSupportedException>());

    [Test]
    public async Task List_of_unions_takes_both_types()
    {
        var list = new InputList<Union<int, string>> { { (Input<int>)1 }, { (Input<string>)"two" } };

        var values = await ValueAsync(list);

        Assert.That(values.Select(value => value.Value), Is.EqualTo(new object[] { 1, "two" }));
    }

    [Test]
    public async Task Map_takes_pairs_and_indexed_values()
    {
        InputMap<string> pairs = new() { { "a", "1" }, { "b", Output.CreateSecret("2") } };
        InputMap<string> indexed = new() { ["a"] = "1" };
        InputMap<string> converted = new Dictionary<string, string> { ["c"] = "3" };
        pairs.AddRange(converted);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ValueAsync(pairs), Is.EquivalentTo(
                new Dictionary<string, string> { ["a"] = "1", ["b"] = "2", ["c"] = "3" }));
            Assert.That(await Output.IsSecretAsync(pairs.ToOutput()), Is.True);
            Assert.That(await ValueAsync(indexed), Contains.Key("a"));
        }
    }

    [Test]
    public async Task Merged_map_has_the_values_of_the_second()
    {
        var merged = InputMap<string>.Merge(
            new InputMap<string> { { "a", "1" }, { "b", "1" } }, new InputMap<string> { { "b", "2" } });

        Assert.That(
            await ValueAsync(merged), Is.EquivalentTo(
                new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }));
    }

    [Test]
    public async Task Map_takes_a_key_twice_only_with_the_same_value()
    {
        var same = new InputMap<string> { { "a", "1" }, { "a", "1" } };
        var different = new InputMap<string> { { "a", "1" }, { "a", "2" } };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await ValueAsync(same), Has.Count.EqualTo(1));
            Assert.That(async () => await ValueAsync(different), Throws.ArgumentException);
        }
    }

    [Test]
    public async Task Union_holds_one_of_two_types()
    {
        Union<int, string> number = 5;
        InputUnion<int, string> word = "five";
        var value = await ValueAsync(word);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(number.IsT0, Is.True);
            Assert.That(number.AsT0, Is.EqualTo(5));
            Assert.That(() => number.AsT1, Throws.InvalidOperationException);
            Assert.That(value.IsT1, Is.True);
            Assert.That(value.Match(n => n.ToString(), text => text), Is.EqualTo("five"));
            Assert.That(number, Is.EqualTo(Union<int, string>.FromT0(5)));
        }
    }

    private static Task<T> ValueAsync<T>(Input<T> input) => OutputUtilities.GetValueAsync(input.ToOutput());
}
