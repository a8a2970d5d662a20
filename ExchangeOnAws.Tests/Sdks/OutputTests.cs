using NUnit.Framework;
using Pulumi;
using Pulumi.Utilities;

namespace ExchangeOnAws.Tests.Sdks;

[TestFixture]
public sealed class OutputTests
{
    [Test]
    public async Task Created_value_is_known_and_not_secret()
    {
        var output = Output.Create(5);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(output), Is.EqualTo(5));
            Assert.That(await OutputUtilities.GetIsKnownAsync(output), Is.True);
            Assert.That(await Output.IsSecretAsync(output), Is.False);
            Assert.That(await OutputUtilities.GetDependenciesAsync(output), Is.Empty);
        }
    }

    [Test]
    public async Task Apply_takes_every_kind_of_function()
    {
        var five = Output.Create(5);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(five.Apply(n => n + 1)), Is.EqualTo(6));
            Assert.That(
                await OutputUtilities.GetValueAsync(five.Apply(n => Task.FromResult(n + 2))), Is.EqualTo(7));
            Assert.That(
                await OutputUtilities.GetValueAsync(five.Apply(n => Output.Create(n + 3))), Is.EqualTo(8));
            Assert.That(
                await OutputUtilities.GetValueAsync(five.Apply(n => (Input<int>)(n + 4))), Is.EqualTo(9));
            Assert.That(
                await OutputUtilities.GetValueAsync(((Input<int>)five).Apply(n => n + 5)), Is.EqualTo(10));
        }
    }

    [Test]
    public async Task Apply_waits_for_a_task()
    {
        var completion = new TaskCompletionSource<int>();
        var doubled = Output.Create(completion.Task).Apply(async n =>
        {
            await Task.Yield();
            return n * 2;
        });

        completion.SetResult(21);

        Assert.That(await OutputUtilities.GetValueAsync(doubled), Is.EqualTo(42));
    }

    [Test]
    public async Task Apply_does_not_run_on_an_unknown_value()
    {
        var runs = 0;
        var result = OutputUtilities.CreateUnknown("x").Apply(text =>
        {
            runs++;
            return text.Length;
        });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetIsKnownAsync(result), Is.False);
            Assert.That(await OutputUtilities.GetValueAsync(result), Is.Zero);
            Assert.That(runs, Is.Zero);
        }
    }

    [Test]
    public async Task Apply_keeps_the_secrecy_of_both_values()
    {
        var fromOuter = Output.CreateSecret("a").Apply(text => text + "b");
        var fromInner = Output.Create("a").Apply(Output.CreateSecret);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Output.IsSecretAsync(fromOuter), Is.True);
            Assert.That(await Output.IsSecretAsync(fromInner), Is.True);
            Assert.That(await OutputUtilities.GetValueAsync(fromOuter), Is.EqualTo("ab"));
        }
    }

    [Test]
    public async Task Unsecret_keeps_the_value()
    {
        var output = Output.Unsecret(Output.CreateSecret(Output.Create("a")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Output.IsSecretAsync(output), Is.False);
            Assert.That(await OutputUtilities.GetValueAsync(output), Is.EqualTo("a"));
        }
    }

    [Test]
    public void Exception_in_apply_is_the_failure_of_the_output()
    {
        var output = Output.Create("a").Apply(int.Parse);

        Assert.That(
            async () => await OutputUtilities.GetValueAsync(output), Throws.TypeOf<FormatException>());
    }

    [Test]
    public async Task All_keeps_order_and_combines_what_is_known_of_its_parts()
    {
        var plain = Output.All(Output.Create("a"), Output.Create("b"));
        var secret = Output.All<string>("a", Output.CreateSecret("b"));
        var unknown = Output.All(
            new[] { Output.Create("a"), OutputUtilities.CreateUnknown("b") }.AsEnumerable());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(plain), Is.EqualTo(new[] { "a", "b" }));
            Assert.That(await Output.IsSecretAsync(plain), Is.False);
            Assert.That(await Output.IsSecretAsync(secret), Is.True);
            Assert.That(await OutputUtilities.GetIsKnownAsync(unknown), Is.False);
        }
    }

    [Test]
    public async Task Tuple_keeps_types()
    {
        var pair = Output.Tuple(Output.Create(1), Output.CreateSecret("b"));
        var eight = Output.Tuple<int, string, int, int, int, int, int, bool>(1, "2", 3, 4, 5, 6, 7, true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(pair), Is.EqualTo((1, "b")));
            Assert.That(await Output.IsSecretAsync(pair), Is.True);
            Assert.That(await OutputUtilities.GetValueAsync(eight.Apply(all => all.Item8)), Is.True);
        }
    }

    [Test]
    public async Task Format_fills_outputs_inputs_and_values_in()
    {
        Input<int> input = 7;
        var text = Output.Format($"{Output.Create("a")}-{input}-{1.5}-{null}{Output.CreateSecret("z")}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(text), Is.EqualTo("a-7-1.5-z"));
            Assert.That(await Output.IsSecretAsync(text), Is.True);
            Assert.That(
                await OutputUtilities.GetIsKnownAsync(
                    Output.Format($"{OutputUtilities.CreateUnknown(1)}")), Is.False);
        }
    }

    [Test]
    public async Task Array_outputs_have_elements()
    {
        var list = Output.All(Output.Create("a"), Output.Create("b"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(list.First()), Is.EqualTo("a"));
            Assert.That(await OutputUtilities.GetValueAsync(list.GetAt(1)), Is.EqualTo("b"));
            Assert.That(await OutputUtilities.GetValueAsync(list.Length()), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Deferred_output_resolves_once()
    {
        var deferred = new DeferredOutput<string>();
        var length = deferred.Output.Apply(text => text.Length);

        deferred.Resolve(Output.CreateSecret("four"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await OutputUtilities.GetValueAsync(length), Is.EqualTo(4));
            Assert.That(await Output.IsSecretAsync(length), Is.True);
            Assert.That(() => deferred.Resolve(Output.Create("x")), Throws.InvalidOperationException);
        }
    }

    [Test]
    [NonParallelizable]
    public void Text_of_an_output_throws_where_that_is_asked_for()
    {
        var before = Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING");
        Environment.SetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING", "true");
        try
        {
            Assert.That(() => Output.Create(1).ToString(), Throws.InvalidOperationException);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING", before);
        }
    }
}
