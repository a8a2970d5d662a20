using NUnit.Framework;

namespace ExchangeOnAws.Tests.Workflows;

/// <summary>comment-plan.sh: a text of unknown origin on a pull request.</summary>
[Platform("Linux")]
public sealed class CommentPlanTests
{
    private WorkflowScript _script = null!;

    [SetUp]
    public void Create() => _script = new WorkflowScript();

    [TearDown]
    public void Delete() => _script.Dispose();

    [TestCase("", "POST repos/example/exchange/issues/12/comments")]
    [TestCase("echo 5", "PATCH repos/example/exchange/issues/comments/5")]
    public async Task A_comment_is_written_once_and_then_replaced(string existing, string call)
    {
        var body = await Comment("EXA1 becomes larger.\n", existing);

        Assert.That(body, Does.StartWith("<!-- exchange-on-aws: plan -->\n").And.Contain("EXA1 becomes"));
        Assert.That(_script.Calls, Does.Contain(call));
    }

    [Test]
    public async Task A_hostile_text_stays_in_its_block()
    {
        var body = await Comment("```\n@everyone ![x](https://example.com)\n\u001b[31m\u202e\u2066b\n", "");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(body.Split("```"), Has.Length.EqualTo(3));
            Assert.That(body.Split("```")[1], Does.Contain("@everyone").And.Contain("\n[31mb\n"));
            Assert.That(body.Intersect("\u001b\u202e\u2066"), Is.Empty);
        }
    }

    [Test]
    public async Task A_text_that_is_too_long_is_cut()
    {
        var body = await Comment(new string('x', 70000), "");

        Assert.That(body, Has.Length.LessThan(65536));
        Assert.That(body, Does.EndWith("The end is missing; the summary has all of it.\n"));
    }

    private async Task<string> Comment(string text, string existing)
    {
        _script.Write("comment.txt", text);
        _script.Environment["PULL_REQUEST"] = "12";
        _script.Program("gh", "for last; do :; done\n"
            + "case \"$*\" in *--paginate*) " + existing + " ;; *) cat \"${last#body=@}\" >body ;; esac");

        var (exitCode, output) = await _script.Run("comment-plan.sh", _script.PathOf("comment.txt"));

        Assert.That(exitCode, Is.Zero, output);
        return _script.Read("body");
    }
}
