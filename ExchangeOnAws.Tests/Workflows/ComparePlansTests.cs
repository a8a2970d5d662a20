using ExchangeOnAws.Tests.Support;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>compare-plans.sh over two checkouts whose build.sh copies the stack file into the plan.</summary>
[Platform("Linux")]
public sealed class ComparePlansTests
{
    private const string Build = """
        if [ "$2" = diff ]; then
          echo "$6 of $(cat "$3") and $(cat "$4")"
          ! grep -q error "$4"
          exit
        fi
        plan="$(cat "Pulumi.$2.yaml")"
        [ "$plan" != broken ] || exit 1
        echo "$plan" >"$6"
        ! grep -q error "$6"
        """;

    private WorkflowScript _script = null!;

    [SetUp]
    public void Create()
    {
        _script = new WorkflowScript();
        _script.Executable("old/build.sh", Build);
        _script.Executable("new/build.sh", Build);
        _script.Write("new/.github/scripts/compare-plans.sh", File.ReadAllText(
            Path.Combine(Repository.Root, ".github", "scripts", "compare-plans.sh")));
    }

    [TearDown]
    public void Delete() => _script.Dispose();

    [Test]
    public async Task Every_stack_is_compared_in_both_formats()
    {
        Stack("dev", "a", "b");
        Stack("prod", "c", "d");

        Assert.That(await Compare(), Is.Zero);
        Assert.That(Read("summary.md"), Does.Contain("## dev\n\nmarkdown of a and b\n"));
        Assert.That(Read("summary.md"), Does.Contain("## prod\n\nmarkdown of c and d\n"));
        Assert.That(Read("comment.txt"), Does.Contain("## dev\n\ntext of a and b\n"));
    }

    [TestCase("a", "\"severity\": \"error\"", 1, "markdown of a and", TestName = "New_errors_fail")]
    [TestCase("\"severity\": \"error\"", "b", 0, "and b", TestName = "Errors_that_are_gone_do_not")]
    [TestCase("a", "broken", 1, "No plan could be made", TestName = "A_program_that_does_not_build_fails")]
    [TestCase("broken", "b", 0, "could not be planned", TestName = "A_broken_target_branch_can_be_mended")]
    [TestCase("broken", "\"severity\": \"error\"", 1, "has errors", TestName = "But_not_with_errors")]
    [TestCase(null, "b", 0, "A new stack", TestName = "A_new_stack_is_said")]
    [TestCase("a", null, 0, "is removed", TestName = "A_removed_stack_is_said")]
    public async Task Exit_code_and_text_fit_the_change(string? old, string? @new, int expected, string text)
    {
        Stack("dev", old, @new);

        Assert.That(await Compare(), Is.EqualTo(expected));
        Assert.That(Read("summary.md"), Does.Contain(text));
        Assert.That(Read("comment.txt"), Does.Contain("## dev"));
    }

    private void Stack(string name, string? old, string? @new)
    {
        foreach (var (side, plan) in new[] { ("old", old), ("new", @new) })
        {
            if (plan is not null)
            {
                _script.Write($"{side}/Pulumi.{name}.yaml", plan);
            }
        }
    }

    private string Read(string name) => _script.Read($"out/{name}");

    private async Task<int> Compare() => (await _script.Run(
        _script.PathOf("new/.github/scripts/compare-plans.sh"), _script.PathOf("old"), _script.PathOf("out")))
        .ExitCode;
}
