namespace ExchangeOnAws.Planning;

/// <summary>
/// All steps of Exchange: members, directory, witness, availability group, client access, Edge, mail flow.
/// </summary>
internal sealed class MailboxSteps(
    MailboxPlan mailbox, MailFlowPlan mailFlow, ClusterPlan cluster, ClientAccessPlan access, EdgePlan edge,
    DirectoryPlan directory, NetworkPlan network, IReadOnlyList<VolumePlan> volumes,
    DirectorySteps directorySteps, bool hasGateway)
{
    private readonly MemberSteps _members = new(
        mailbox, cluster, directory, volumes,
        new Preflight(mailbox, cluster, directory, network, edge, hasGateway),
        directorySteps.Joinable);

    private HostPlan First => cluster.Members[0];

    public IEnumerable<StepPlan> Plan()
    {
        var preparation = new PreparationSteps(mailbox, cluster, directory, directorySteps.Ready);
        var witness = cluster.Witness is { } host
            ? new WitnessSteps(host, directory, directorySteps.Joinable)
            : null;
        var edgeSteps = new EdgeSteps(
            edge, mailbox, mailFlow, cluster, directory, _members.Installed, Certified);
        return
        [
            .. new RebuildSteps(cluster, directory).Plan(),
            .. cluster.Members.SelectMany(_members.Prepare),
            .. witness?.Plan(preparation.Prepared) ?? [],
            .. preparation.Prepare(),
            .. _members.Install(First, [preparation.FirstInstallable]),
            .. preparation.AfterFirst(_members.Installed(First)),
            .. Further(preparation.FurtherInstallable(_members.Installed(First))),
            .. new ClusterSteps(mailbox, mailFlow, cluster, edge, directory)
                .Plan(_members.Installed, witness is null ? [] : [witness.Ready]),
            .. new ClientAccessSteps(access, cluster, directory, _members.Installed).Plan(),
            .. edgeSteps.Plan(),
            .. new MailFlowSteps(
                mailFlow, cluster, access, edge, directory, edgeSteps, _members.Installed, Certified).Plan(),
        ];
    }

    // The step after which the member has the certificate that it keeps.
    private string Certified(HostPlan member) => access.HasCertificate
        ? ServerSteps.Id(member, "certificate")
        : _members.Installed(member);

    // The first one makes what all share; no source forbids the others at once, and none promises it.
    private IEnumerable<StepPlan> Further(string installable)
    {
        var after = installable;
        foreach (var member in cluster.Members.Skip(1))
        {
            foreach (var step in _members.Install(member, [after]))
            {
                yield return step;
            }

            after = mailbox.InstallInParallel ? installable : _members.Installed(member);
        }
    }
}
