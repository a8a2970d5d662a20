using System.Text;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class NewSubscriptionFileTests : ScriptSuite
{
    protected override string Script => SubscriptionMachines.FileScript;

    protected override IReadOnlyDictionary<string, string> Parameters => SubscriptionMachines.FileParameters;

    [Test]
    public void Another_member_needs_another_file_and_one_that_left_does_not()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();

        Assert.That(RunWith(windows, "EXA1,EXB1,EXA2").ToEnd().ExitCode, Is.Zero);
        Assert.That(Edge(windows).FilesMade, Is.EqualTo(2));

        Assert.That(RunWith(windows, "EXA1,EXB1").ToEnd().ExitCode, Is.Zero);
        Assert.That(RunWith(windows, "EXA1,EXB1").ToEnd().Changes, Is.Empty);
        Assert.That(Edge(windows).FilesMade, Is.EqualTo(2));

        RunWith(windows, "EXA1,EXB1,EXA2").ToEnd();
        Assert.That(Edge(windows).FilesMade, Is.EqualTo(3), "a member of the same name is a new one");
    }

    [TestCase(22, false, 1)]
    [TestCase(24, false, 2)]
    [TestCase(24, true, 1)]
    public void File_that_nobody_imported_in_time_is_made_again(
        int hours, bool isSynchronized, int files)
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Advance(TimeSpan.FromHours(hours));
        if (isSynchronized)
        {
            Edge(windows).AcceptedDomains.Add("example.com");
        }

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);

        Assert.That(Edge(windows).FilesMade, Is.EqualTo(files));
        Assert.That(RunOn(windows).ToEnd().Changes, Is.Empty);
    }

    [Test]
    public void File_that_cannot_be_sent_is_deleted()
    {
        var windows = NewMachine();
        windows.Area<SimulatedHandover>().Secrets.ByArn.Clear();

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does.Contain("can't find the specified secret"));
        Assert.That(windows.Files.Paths, Has.None.EndsWith("Subscription").And.None.EndsWith(".xml"));
        Assert.That(windows.Files.IsFile(SubscriptionMachines.Marker), Is.False);
    }

    [Test]
    public void Marker_that_power_loss_left_empty_is_none()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Files.Write(SubscriptionMachines.Marker, "");

        RunOn(windows).ToEnd();

        Assert.That(Edge(windows).FilesMade, Is.EqualTo(2));
    }

    /// <summary>The power goes while no domain is accepted, and mail must not be refused for that.</summary>
    [Test]
    public void Mail_waits_from_the_file_on_after_a_restart_too()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Restart();

        var service = windows.Services.Get(SimulatedEdge.Transport);
        Assert.That((service.Status, service.StartType), Is.EqualTo(("Stopped", "Disabled")));
        Assert.That(RunOn(windows).ToEnd().Changes, Is.Empty);
    }

    /// <summary>The folder is closed before the file is in it.</summary>
    [Test]
    public void Only_administrators_can_open_the_folder()
    {
        var names = RunOn(NewMachine()).ToEnd().Commands.Select(command => command.Name).ToList();

        Assert.That(
            names.IndexOf("icacls.exe"),
            Is.Positive.And.LessThan(names.IndexOf("New-EdgeSubscription")));
    }

    protected override SimulatedWindows NewMachine() => SubscriptionMachines.Edge();

    protected override bool IsReached(SimulatedWindows windows) =>
        SubscriptionMachines.Secret(windows) is [.., var last]
        && Encoding.UTF8.GetString(Convert.FromBase64String(last.Text))
            .Contains(Edge(windows).Bootstrap.Password, StringComparison.Ordinal)
        && windows.Files.IsFile(SubscriptionMachines.Marker)
        && !Edge(windows).HasRefusedMail
        && windows.Services.Get(SimulatedEdge.Transport).Status == "Stopped"
        && !windows.Files.Paths.Any(path => path.EndsWith(".xml", StringComparison.Ordinal));

    private static SimulatedEdge Edge(SimulatedWindows windows) => windows.Area<SimulatedEdge>();

    private static ScriptRun RunWith(SimulatedWindows windows, string members) =>
        SubscriptionMachines.Run(
            SubscriptionMachines.FileScript, windows, SubscriptionMachines.FileParameters,
            ("Members", members));
}
