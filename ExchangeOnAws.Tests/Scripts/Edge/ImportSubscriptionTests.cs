using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class ImportSubscriptionTests : ScriptSuite
{
    protected override string Script => SubscriptionMachines.ImportScript;

    protected override IReadOnlyDictionary<string, string> Parameters =>
        SubscriptionMachines.ImportParameters;

    [Test]
    public void Connector_to_the_internet_follows_the_setting_without_another_file()
    {
        const string connector = "EdgeSync - eu-west-1 to Internet";
        var windows = NewMachine();
        var connectors = Sync(windows).Connectors;

        Run(windows, ("InternetConnector", "false")).ToEnd();
        Assert.That(connectors.Keys, Is.EqualTo(["EdgeSync - Inbound to eu-west-1"]));

        Run(windows, ("InternetConnector", "true")).ToEnd();
        Assert.That(connectors[connector], Is.EqualTo(["EDGEA1"]));
        connectors[connector] = ["EDGEB1"];
        Run(windows, ("InternetConnector", "true")).ToEnd();
        Assert.That(connectors[connector], Is.EqualTo(["EDGEB1", "EDGEA1"]));

        Run(windows, ("InternetConnector", "false")).ToEnd();
        Assert.That(connectors[connector], Is.EqualTo(["EDGEB1"]));
        connectors[connector] = ["EDGEA1"];
        Assert.That(Run(windows, ("InternetConnector", "false")).ToEnd().ExitCode, Is.Zero);
        Assert.That(connectors.Keys, Has.No.Member(connector));
    }

    /// <summary>Another member joined, or the server was replaced.</summary>
    [Test]
    public void New_file_renews_the_subscription_and_waits_for_its_own_synchronisation()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        Sync(windows).Sites["EXA2"] = SubscriptionMachines.Site;
        windows.Advance(TimeSpan.FromDays(3));
        SubscriptionMachines.Put(windows);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(
            result.Commands.Select(command => command.Name), Has.None.EqualTo("Remove-EdgeSubscription"));
        Assert.That(IsReached(windows), Is.True);
        var subscription = Sync(windows).Subscriptions.Single();
        Assert.That(subscription.Participants, Is.EqualTo(["EXA1", "EXA2", "EXB1"]));
        Assert.That(subscription.SynchronizedAt, Is.GreaterThan(subscription.ImportedAt));
    }

    /// <summary>A connector that an import has not made by itself, or that somebody removed since.</summary>
    [Test]
    public void Connector_that_does_not_appear_after_an_import_is_made()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        Sync(windows).Connectors.Remove("EdgeSync - eu-west-1 to Internet");
        Sync(windows).ImportConnects = false;
        SubscriptionMachines.Put(windows);

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(result.Text, Does.Contain("Waited 120 s for the send connector of the import"));
        Assert.That(IsReached(windows), Is.True);
    }

    /// <summary>The subscription is older than the record, or the record was lost.</summary>
    [Test]
    public void Subscription_is_recorded_beside_others_without_another_import()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Files.Write(SubscriptionMachines.Record, "EDGEB1.example.com\n");

        var result = RunOn(windows).ToEnd();

        Assert.That(
            result.Changes.Select(change => change.Name), Has.None.EqualTo("New-EdgeSubscription"));
        Assert.That(
            windows.Files.Read(SubscriptionMachines.Record).Trim(),
            Is.EqualTo("EDGEB1.example.com,EDGEA1.example.com"));
        Assert.That(RunOn(windows).ToEnd().Changes, Is.Empty);
    }

    [Test]
    public void Synchronisation_by_another_member_counts()
    {
        var windows = NewMachine();
        Sync(windows).IsLeasedElsewhere = true;

        var result = RunOn(windows).ToEnd();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(IsReached(windows), Is.True);
    }

    /// <summary>Power went between the two versions that empty the secret.</summary>
    [Test]
    public void File_in_the_previous_version_goes_without_another_import()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        SubscriptionMachines.Put(windows);
        SubscriptionMachines.Secret(windows).Add(new("{}", windows.Now));

        var result = RunOn(windows).ToEnd();

        Assert.That(
            result.Commands.Select(command => command.Name), Has.None.EqualTo("New-EdgeSubscription"));
        Assert.That(IsReached(windows), Is.True);
    }

    [Test]
    public void Empty_secret_and_no_subscription_says_what_to_do([Values] bool isNew)
    {
        var windows = NewMachine();
        SubscriptionMachines.Secret(windows).Clear();
        if (!isNew)
        {
            SubscriptionMachines.Secret(windows).Add(new("{}", windows.Now));
        }

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            $"EDGEA1 is not subscribed, and secret {SubscriptionMachines.Arn} holds no file of it to import. "
            + "Run the step edgea1-subscription-file again"));
    }

    [Test]
    public void File_whose_account_has_ended_says_what_to_do()
    {
        var windows = NewMachine();
        windows.Advance(TimeSpan.FromHours(25));

        var result = RunOn(windows).ToEnd();

        Assert.That(result.Failure, Does
            .Contain("the subscription file of EDGEA1 is of 2026-11-01T12:00:00 UTC")
            .And.Contain("Run the step edgea1-subscription-file again"));
        Assert.That(Sync(windows).Subscriptions, Is.Empty);
    }

    [Test]
    public void Subscription_to_another_site_is_refused()
    {
        var windows = NewMachine();
        Sync(windows).Subscriptions.Add(new("EDGEA1", "example.com", "Hamburg"));

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            "EDGEA1 is subscribed to the site Hamburg, and a server cannot be subscribed to eu-west-1"));
    }

    [Test]
    public void Member_of_another_site_is_refused()
    {
        var windows = NewMachine();
        Sync(windows).Sites["EXB1"] = "Hamburg";

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            "EXB1 is in the site Hamburg, so it would take no part in a subscription to eu-west-1"));
    }

    [Test]
    public void Server_that_is_not_found_or_does_not_answer_is_named()
    {
        var windows = NewMachine();
        Sync(windows).Reachable.Clear();
        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            "Waited 600 s for port 50636 of EDGEA1.example.com"));

        windows.Area<SimulatedDnsRecords>().Inside.Clear();
        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            "Waited 1200 s for an address of EDGEA1.example.com"));
        Assert.That(Sync(windows).Subscriptions, Is.Empty, "nothing was imported");
    }

    /// <summary>The file that a newer one has made worthless, for example.</summary>
    [Test]
    public void Synchronisation_that_does_not_succeed_is_told_and_keeps_the_file()
    {
        var windows = NewMachine();
        Sync(windows).Reachable[SubscriptionMachines.Name].Export(windows.Now, TimeSpan.FromHours(24));

        Assert.That(RunOn(windows).ToEnd().Failure, Does.Contain(
            "Waited 2700 s for the synchronisation of EDGEA1; last answer: NotStarted, last at "));
        Assert.That(SubscriptionMachines.Secret(windows), Has.Count.EqualTo(1));
    }

    protected override SimulatedWindows NewMachine() => SubscriptionMachines.MemberWithFile();

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Area<SimulatedHandover>().Secrets.Readable.All(text => text == "{}")
        && Sync(windows).Subscriptions is [{ Name: "EDGEA1", Site: SubscriptionMachines.Site } found]
        && found.SynchronizedAt > found.ImportedAt
        && found.Participants.Contains("EXB1")
        && windows.Files.Read(SubscriptionMachines.Record).Trim() == SubscriptionMachines.Name
        && Sync(windows).Connectors.ContainsKey("EdgeSync - eu-west-1 to Internet");

    private static SimulatedEdgeSync Sync(SimulatedWindows windows) => windows.Area<SimulatedEdgeSync>();

    private static ScriptRun Run(SimulatedWindows windows, params (string Name, string Value)[] changes) =>
        SubscriptionMachines.Run(
            SubscriptionMachines.ImportScript, windows, SubscriptionMachines.ImportParameters, changes);
}
