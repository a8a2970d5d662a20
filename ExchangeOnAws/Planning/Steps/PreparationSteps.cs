using System.Globalization;
using ExchangeOnAws.Values;
using static ExchangeOnAws.Planning.ServerSteps;

namespace ExchangeOnAws.Planning;

/// <summary>
/// The steps that prepare the directory for Exchange, once, from the first member; and the rights of the
/// setup account, which it has as long as a step needs them and no longer.
/// </summary>
/// <remarks>
/// An existing domain's owner gives the setup account its rights, and takes them back.
/// </remarks>
internal sealed class PreparationSteps(
    MailboxPlan mailbox, ClusterPlan cluster, DirectoryPlan directory, IReadOnlyList<string> directoryReady)
{
    // Recovering a server takes other rights than installing one.
    private const string Recovery = "Recovery";

    // Microsoft, "Prepare Active Directory and domains" (2021): 10 to 15 minutes and replication.
    private const int PreparationMinutes = 15;

    private HostPlan First => cluster.Members[0];

    private HostPlan? Controller => directory.DomainControllers.Count > 0
        ? directory.DomainControllers[0]
        : null;

    /// <summary>The preparation, with what it takes before it.</summary>
    public IEnumerable<StepPlan> Prepare()
    {
        if (Controller is { } controller)
        {
            yield return Rights(controller, "preparation-rights", "Preparation", directoryReady);
        }

        yield return Step(First, "directory", "Directory/Initialize-Directory", PreparationMinutes,
            [MemberSteps.Prepared(First), .. IdOf("preparation-rights"), .. directoryReady],
            [
                ("DomainName", StepArgument.Of(directory.DomainName)),
                ("SetupSecretArn", StepArgument.SecretArn(SecretPlan.Setup)),
                ("OrganizationName", StepArgument.Of(mailbox.OrganizationName)),
                ("SetupSwitches", StepArgument.Of(mailbox.Release.SetupSwitches)),
                .. Versions(),
            ]) with
        { WaitsLong = true };
        if (Controller is not null)
        {
            yield return Rights(
                Controller, "first-member-rights",
                cluster.Rebuilt.Contains(First) ? Recovery : "FirstMember", [Prepared]);
        }
    }

    /// <summary>The step after which the groups of Exchange exist.</summary>
    public string Prepared => Id(First, "directory");

    /// <summary>The step after which the first member can be installed.</summary>
    public string FirstInstallable => Controller is null ? Prepared : Id(Controller, "first-member-rights");

    /// <summary>What ends the rights that only the first member needed.</summary>
    public IEnumerable<StepPlan> AfterFirst(string installed) => Controller is { } controller
        ?
        [
            Rights(controller, "member-rights",
                cluster.Rebuilt.Any(member => member != First) ? Recovery : "Members", [installed]),
        ]
        : [];

    /// <summary>The step after which further members can be installed.</summary>
    public string FurtherInstallable(string installed) =>
        Controller is null ? installed : Id(Controller, "member-rights");

    private IEnumerable<string> IdOf(string name) => Controller is null ? [] : [Id(Controller, name)];

    // The versions are arguments so that a new release gives the rights again for as long as it needs them.
    private StepPlan Rights(
        HostPlan controller, string name, string stage, IEnumerable<string> after) =>
        Step(controller, name, "Directory/Set-SetupRights", minutes: 1, after,
            [
                ("DomainName", StepArgument.Of(directory.DomainName)),
                ("SetupSecretArn", StepArgument.SecretArn(SecretPlan.Setup)),
                ("Stage", StepArgument.Of(stage)),
                .. Versions(),
            ]) with
        { WaitsLong = true };

    private IEnumerable<(string, StepArgument)> Versions() =>
    [
        ("SchemaVersion", Number(mailbox.Release.SchemaVersion)),
        ("OrganizationVersion", Number(mailbox.Release.OrganizationVersion)),
        ("DomainVersion", Number(mailbox.Release.DomainVersion)),
    ];

    private static StepArgument Number(int value) =>
        StepArgument.Of(value.ToString(CultureInfo.InvariantCulture));
}
