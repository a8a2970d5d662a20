using ExchangeOnAws.Components;
using NUnit.Framework;
using Pulumi;

namespace ExchangeOnAws.Tests.Components;

public sealed class RegistrationTests
{
    private const string Throttled = "ThrottlingException: Rate exceeded";

    [Test]
    public async Task Servers_are_asked_for_until_all_answer()
    {
        var answers = new Queue<int>([0, 1, 2, 99]);

        await Wait(2, () => Task.FromResult(answers.Dequeue()));

        Assert.That(answers, Is.EqualTo(new[] { 99 }));
    }

    [Test]
    public async Task A_call_that_fails_is_made_again()
    {
        var answers = new Queue<Func<int>>(
        [
            () => throw new InvalidOperationException(Throttled),
            () => throw new IOException("reset"),
            () => 1,
        ]);

        await Wait(1, async () => await Task.Run(answers.Dequeue()));

        Assert.That(answers, Is.Empty);
    }

    [Test]
    public async Task Servers_that_never_answer_end_the_deployment()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Wait(2, () => Task.FromResult(1)));

        Assert.That(failure!.Message, Is.EqualTo("Waited 1800 s for gateway to register with Systems "
            + "Manager; last answer: 1 of 2 online. Check that it runs and that its subnet reaches Systems "
            + "Manager, then run pulumi up again."));
    }

    [Test]
    public async Task The_last_failure_is_told()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() =>
            Wait(1, () => throw new InvalidOperationException(Throttled)));

        Assert.That(failure!.Message, Does.Contain($"last answer: {Throttled}."));
    }

    [TestCase("AccessDeniedException: not authorized")]
    [TestCase("UnauthorizedOperation: You are not authorized to perform this operation")]
    public async Task Missing_rights_are_told_at_once(string refusal)
    {
        var asked = 0;
        var failure = await Assert.ThrowsAsync<RunException>(() => Wait(1, () =>
        {
            asked++;
            throw new InvalidOperationException(refusal);
        }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked, Is.EqualTo(1));
            Assert.That(failure!.Message, Does.Contain("ssm:DescribeInstanceInformation"));
        }
    }

    // A limit of half an hour that passes in ticks.
    private static Task Wait(int servers, Func<Task<int>> count)
    {
        var limit = TimeSpan.FromMinutes(30);
        return Registration.WaitFor("gateway", servers, count, limit / 4, limit, _ => Task.CompletedTask);
    }
}
