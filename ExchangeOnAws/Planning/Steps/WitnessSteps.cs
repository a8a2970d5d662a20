using static ExchangeOnAws.Planning.ServerSteps;

namespace ExchangeOnAws.Planning;

/// <summary>The steps that make a witness of a Windows server.</summary>
internal sealed class WitnessSteps(
    HostPlan witness, DirectoryPlan directory, IReadOnlyList<string> joinable)
{
    /// <summary>The steps; the last one waits for the groups that the preparation makes.</summary>
    public IEnumerable<StepPlan> Plan(string directoryPrepared) =>
    [
        AgentService.On(witness, []),
        Step(
            witness, "name", "Windows/Set-ComputerName", minutes: 15, after: [Id(witness, AgentService.Name)],
            ("ComputerName", StepArgument.Of(witness.Name))),
        Step(witness, "features", "Windows/Install-Features", minutes: 3, after: [Id(witness, "name")],
            ("Features", StepArgument.Of("FS-FileServer"))),
        .. Join(witness, directory, [Id(witness, "features"), .. joinable]),
        Step(witness, "firewall", "Mailbox/Set-WitnessFirewall", minutes: 1, after: [Id(witness, "join")]),
        Step(witness, "administrators", "Mailbox/Add-ExchangeAdministrators", minutes: 1,
            after: [Id(witness, "firewall"), directoryPrepared],
            ("NetBiosName", StepArgument.Of(directory.NetBiosName))),
    ];

    /// <summary>The step after which Exchange can make its share there.</summary>
    public string Ready => Id(witness, "administrators");
}
