using ExchangeOnAws.Bootstrap;
using NUnit.Framework;
using Pulumi;

namespace ExchangeOnAws.Tests.Bootstrap;

public sealed class RegistrationTests
{
    private static readonly StepServer s_group = new("gateway", "tag:Name", "hosts", 2, null!);

    [Test]
    public async Task Servers_are_asked_for_until_all_answer()
    {
        var answers = new Queue<int>([0, 1, 2, 99]);

        await Registration.WaitFor(
            s_group, () => Task.FromResult(answers.Dequeue()),
            TimeSpan.FromTicks(1), TimeSpan.FromSeconds(1));

        Assert.That(answers, Is.EqualTo(new[] { 99 }));
    }

    [Test]
    public async Task Servers_that_never_answer_end_the_deployment()
    {
        var failure = await Assert.ThrowsAsync<RunException>(() => Registration.WaitFor(
            s_group, () => Task.FromResult(1), TimeSpan.FromTicks(1), TimeSpan.FromTicks(3)));

        Assert.That(failure!.Message, Is.EqualTo("gateway did not register with Systems Manager within 0 "
            + "minutes; 1 of 2 servers answer. Check that it runs and that its subnet reaches Systems "
            + "Manager, then run pulumi up again."));
    }
}
