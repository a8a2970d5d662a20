using ExchangeOnAws.Components;
using ExchangeOnAws.Tests.Scripts.Samples;
using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

/// <summary>A step never restarts a running member of a cluster, and never forgets the restart.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class RestartGuardTests
{
    private const string Act = """
        New-Folder -Path 'C:\done'
        Request-Restart -Reason 'TLS settings'
        """;

    private const string Looks = @"return (Test-Path -LiteralPath 'C:\done')";

    [Test]
    public void Running_member_is_named_and_not_restarted()
    {
        var windows = new SimulatedWindows();
        RunningMember.Of(windows);

        var result = SampleScripts.Step(windows, Act, Looks).ToEnd();

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(windows.Restarts, Is.Zero);
        Assert.That(result.Failure, Does.Contain(
            "TLS settings: this takes a restart of EC2AMAZ-TEST" + RunningMember.Refusal));
    }

    [Test]
    public void Change_that_looks_done_still_waits_for_its_restart()
    {
        var windows = new SimulatedWindows();
        var node = RunningMember.Of(windows);
        SampleScripts.Step(windows, Act, Looks).Once();

        var second = SampleScripts.Step(windows, "throw 'not again'", Looks).Once();
        node.IsPaused = true;
        var paused = SampleScripts.Step(windows, "throw 'not again'", Looks).ToEnd();

        Assert.That(second.Failure, Does.Contain(
            "what an earlier run changed: this takes a restart of EC2AMAZ-TEST" + RunningMember.Refusal));
        Assert.That(paused.ExitCode, Is.Zero, paused.Text);
        Assert.That(windows.Restarts, Is.EqualTo(1));
    }

    [Test]
    public void Restart_by_an_administrator_is_enough()
    {
        var windows = new SimulatedWindows();
        RunningMember.Of(windows);
        SampleScripts.Step(windows, Act, Looks).Once();
        windows.Restart();

        var result = SampleScripts.Step(windows, "throw 'not again'", Looks).Once();

        Assert.That(result.ExitCode, Is.Zero, result.Text);
        Assert.That(windows.Files.Exists(@"C:\ProgramData\ExchangeOnAws\Work\Test-Step"), Is.False);
    }

    [TestCase("Up", false, false, 1)]
    [TestCase("Up", false, true, 1)]
    [TestCase("Joining", false, false, 1)]
    [TestCase("Paused", false, false, 3010)]
    [TestCase("Down", false, false, 3010)]
    [TestCase("Evicted", false, false, 3010)]
    [TestCase("Up", true, false, 3010)]
    public void Only_a_node_at_work_is_spared(string state, bool isStopped, bool isSilent, int expected)
    {
        var windows = new SimulatedWindows();
        var node = RunningMember.Of(windows);
        var cluster = windows.Area<SimulatedCluster>();
        (node.IsPaused, node.IsDown, cluster.HasQuorum) = (state == "Paused", state == "Down", !isSilent);
        cluster.Nodes.RemoveAll(other => other == node && state is "Evicted" or "Joining");
        if (state == "Joining")
        {
            cluster.Nodes.Add(node with { UpAt = windows.Now + TimeSpan.FromHours(1) });
        }

        var service = windows.Services.Get(SimulatedCluster.Service);
        service.Status = isStopped ? "Stopped" : service.Status;

        Assert.That(SampleScripts.Step(windows, Act, Looks).Once().ExitCode, Is.EqualTo(expected));
    }

    /// <summary>Its evidence is there before its restart.</summary>
    [Test]
    public void Installer_that_asked_for_a_restart_is_not_forgotten()
    {
        var windows = new SimulatedWindows();
        var node = RunningMember.Of(windows);
        windows.Programs.Add("setup.exe", Effect.Changes, start =>
        {
            start.Windows.Files.CreateFolder(@"C:\done");
            return new(3010);
        });
        const string install =
            @"Invoke-Installer -Path 'C:\x\setup.exe' -Hint 'See the log.' -Evidence { $true }";

        var first = SampleScripts.Step(windows, install, Looks).Once();
        var second = SampleScripts.Step(windows, install, Looks).Once();
        node.IsPaused = true;
        var last = SampleScripts.Step(windows, install, Looks).ToEnd();

        Assert.That(first.Failure, Does.Contain(@"setup.exe returned 3010: this takes a restart of"));
        Assert.That(second.Failure, Does.Contain(RunningMember.Refusal));
        Assert.That(last.ExitCode, Is.Zero, last.Text);
        Assert.That(windows.Restarts, Is.EqualTo(1));
    }

    [TestCase("Exchange/Set-PageFile", "page file of 16312 MB: this takes")]
    [TestCase("Exchange/Set-TlsSettings", "TLS settings: this takes")]
    [TestCase("Windows/Set-WindowsSettings", "Windows settings: this takes")]
    [TestCase("Windows/Install-Features", "Windows features Web-Server: this takes")]
    public void Setting_of_a_running_member_is_made_and_takes_effect_in_maintenance(
        string script, string reason)
    {
        var windows = new SimulatedWindows();
        var node = RunningMember.Of(windows);
        SimulatedPower.AddPowercfg(windows);
        windows.Services.All["RemoteRegistry"] = new("RemoteRegistry");
        windows.Features.States["FS-SMB1"] = "Installed";
        windows.Features.States["Web-Server"] = "Available";
        windows.Features.NeedingRestart.UnionWith(["FS-SMB1", "Web-Server"]);
        var values = script switch
        {
            "Exchange/Set-PageFile" => new Dictionary<string, string> { ["PercentOfMemory"] = "25" },
            "Windows/Install-Features" => new() { ["Features"] = "Web-Server" },
            _ => [],
        };
        var run = ScriptRun.Of(ScriptLibrary.Shipped, script, windows, values);

        var first = run.Once();
        var second = run.Once();
        node.IsPaused = true;
        var last = run.ToEnd();

        Assert.That(first.Failure, Does.Contain(reason).And.Contain(RunningMember.Refusal));
        Assert.That(second.Failure, Does.Contain(RunningMember.Refusal));
        Assert.That(last.ExitCode, Is.Zero, last.Text);
        Assert.That(windows.Restarts, Is.EqualTo(1));
    }
}
