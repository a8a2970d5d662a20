using NUnit.Framework;
using Pulumi;

namespace ExchangeOnAws.Tests.Sdks;

[TestFixture]
public sealed class ResourceOptionsTests
{
    [Test]
    public void Merge_lets_the_second_win_and_concatenates_lists()
    {
        var first = new CustomResourceOptions
        {
            Protect = true,
            Version = "1",
            IgnoreChanges = { "a" },
            AdditionalSecretOutputs = { "x" },
            ReplaceOnChanges = { "r" },
            Aliases = { new Alias { Name = "old" } },
        };
        var second = new CustomResourceOptions
        {
            Protect = false,
            RetainOnDelete = true,
            DeleteBeforeReplace = true,
            ImportId = "id",
            IgnoreChanges = { "b" },
            AdditionalSecretOutputs = { "y" },
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(5) },
        };

        var merged = CustomResourceOptions.Merge(first, second);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(merged.Protect, Is.False);
            Assert.That(merged.Version, Is.EqualTo("1"));
            Assert.That(merged.RetainOnDelete, Is.True);
            Assert.That(merged.DeleteBeforeReplace, Is.True);
            Assert.That(merged.ImportId, Is.EqualTo("id"));
            Assert.That(merged.IgnoreChanges, Is.EqualTo(new[] { "a", "b" }));
            Assert.That(merged.AdditionalSecretOutputs, Is.EqualTo(new[] { "x", "y" }));
            Assert.That(merged.ReplaceOnChanges, Is.EqualTo(new[] { "r" }));
            Assert.That(merged.Aliases, Has.Count.EqualTo(1));
            Assert.That(merged.CustomTimeouts?.Create, Is.EqualTo(TimeSpan.FromMinutes(5)));
            Assert.That(first.IgnoreChanges, Is.EqualTo(new[] { "a" }));
        }
    }

    [Test]
    public void Merge_of_nothing_is_empty_and_changes_nobody()
    {
        var options = new ComponentResourceOptions { IgnoreChanges = { "a" } };

        var merged = ComponentResourceOptions.Merge(null, options);
        merged.IgnoreChanges.Add("b");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(options.IgnoreChanges, Is.EqualTo(new[] { "a" }));
            Assert.That(CustomResourceOptions.Merge(null, null).Protect, Is.Null);
        }
    }

    [Test]
    public async Task Merge_concatenates_dependencies()
    {
        var mocks = new EchoMocks();
        var count = 0;
        await SdkProgram.RunAsync(mocks, () =>
        {
            var (one, two) = (new Server("one", new ServerArgs()), new Server("two", new ServerArgs()));
            var merged = CustomResourceOptions.Merge(
                new CustomResourceOptions { DependsOn = one },
                new CustomResourceOptions { DependsOn = { two } });
            merged.DependsOn.ToOutput().Apply(resources => count = resources.Length);
        });

        Assert.That(count, Is.EqualTo(2));
    }

    [Test]
    public async Task Merge_keeps_one_provider_of_each_package()
    {
        List<ProviderResource>? merged = null;
        FakeProvider? later = null;
        await SdkProgram.RunAsync(new EchoMocks(), () =>
        {
            later = new FakeProvider("later", new FakeProviderArgs());
            var earlier = new FakeProvider("earlier", new FakeProviderArgs());
            merged = ComponentResourceOptions.Merge(
                new ComponentResourceOptions { Providers = { earlier } },
                new ComponentResourceOptions { Providers = { later } }).Providers;
        });

        Assert.That(merged, Is.EqualTo(new[] { later }));
    }
}
