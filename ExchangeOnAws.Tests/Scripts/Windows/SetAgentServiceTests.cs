using ExchangeOnAws.Tests.Support.Windows;
using NUnit.Framework;

namespace ExchangeOnAws.Tests.Scripts;

public sealed class SetAgentServiceTests : ScriptSuite
{
    private const string Key = @"HKLM:\SYSTEM\CurrentControlSet\Control";
    private const string Agent = "AmazonSSMAgent";

    protected override string Script => "Windows/Set-AgentService";

    protected override IReadOnlyDictionary<string, string> Parameters => new Dictionary<string, string>();

    [Test]
    public void No_restart_is_asked_for()
    {
        var windows = NewMachine();

        RunOn(windows).ToEnd();

        Assert.That(windows.Restarts, Is.Zero);
    }

    [Test]
    public void Longer_time_that_somebody_set_stays()
    {
        var windows = NewMachine();
        windows.Registry.Create(Key)["ServicesPipeTimeout"] = 600000;

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(windows.Registry[Key, "ServicesPipeTimeout"], Is.EqualTo(600000));
    }

    [Test]
    public void Recovery_that_somebody_changed_is_healed()
    {
        var windows = NewMachine();
        RunOn(windows).ToEnd();
        windows.Area<Recovery>().Actions = ["restart/60000"];

        Assert.That(RunOn(windows).ToEnd().ExitCode, Is.Zero);
        Assert.That(IsReached(windows), Is.True);
    }

    protected override SimulatedWindows NewMachine()
    {
        var windows = new SimulatedWindows();
        windows.Registry.Create(Key);
        windows.Services.All[Agent] = new(Agent) { StartType = "Automatic", Status = "Running" };
        windows.Programs.Add(
            "sc.exe", Effect.Changes, ServiceControl,
            isQuestion: arguments => arguments.StartsWith('q'));
        return windows;
    }

    protected override bool IsReached(SimulatedWindows windows) =>
        windows.Registry[Key, "ServicesPipeTimeout"] is int milliseconds && milliseconds >= 180000
        && windows.Area<Recovery>() is { ResetSeconds: 86400, OnAnyEnd: true } recovery
        && recovery.Actions.SequenceEqual(Enumerable.Repeat("restart/60000", 3));

    // Its answers are those of Windows Server 2022.
    private static ProgramEnd ServiceControl(ProgramStart start)
    {
        var recovery = start.Windows.Area<Recovery>();
        var words = start.Arguments.Split(' ');
        if (words[1] != Agent)
        {
            return new(1060, "[SC] OpenService FAILED 1060:");
        }

        switch (words)
        {
            case ["qfailure", _]:
                var actions = recovery.Actions.Select(action =>
                    $"RESTART -- Delay = {action.Split('/')[1]} milliseconds.");
                return new(Output: $"""
                    [SC] QueryServiceConfig2 SUCCESS

                    SERVICE_NAME: {Agent}
                            RESET_PERIOD (in seconds)    : {recovery.ResetSeconds}
                            REBOOT_MESSAGE               :
                            COMMAND_LINE                 :
                            FAILURE_ACTIONS              : {string.Join("\n      ", actions)}
                    """);
            case ["qfailureflag", _]:
                return new(Output: $"""
                    [SC] QueryServiceConfig2 SUCCESS

                    SERVICE_NAME: {Agent}
                            FAILURE_ACTIONS_ON_NONCRASH_FAILURES: {(recovery.OnAnyEnd ? "TRUE" : "FALSE")}
                    """);
            case ["failure", _, "reset=", var seconds, "actions=", var list]:
                recovery.ResetSeconds = int.Parse(seconds, null);
                recovery.Actions = [.. list.Split('/').Chunk(2).Select(pair => string.Join('/', pair))];
                return new(Output: "[SC] ChangeServiceConfig2 SUCCESS");
            case ["failureflag", _, "1"]:
                recovery.OnAnyEnd = true;
                return new(Output: "[SC] ChangeServiceConfig2 SUCCESS");
            default:
                return new(1639, "DESCRIPTION:");
        }
    }

    private sealed class Recovery
    {
        public int ResetSeconds { get; set; }

        public IReadOnlyList<string> Actions { get; set; } = [];

        public bool OnAnyEnd { get; set; }
    }
}
