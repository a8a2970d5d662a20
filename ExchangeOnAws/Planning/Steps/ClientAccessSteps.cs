using static ExchangeOnAws.Planning.ServerSteps;

namespace ExchangeOnAws.Planning;

/// <summary>
/// The steps by which clients reach the members by name over TLS: certificate, URLs, records, and the proof.
/// </summary>
internal sealed class ClientAccessSteps(
    ClientAccessPlan access, ClusterPlan cluster, DirectoryPlan directory, Func<HostPlan, string> installed)
{
    /// <summary>What the deployment fills in: the DNS name of the network load balancer.</summary>
    public const string NetworkLoadBalancer = "network-load-balancer-name";

    /// <summary>What the deployment fills in: that of the application load balancer.</summary>
    public const string ApplicationLoadBalancer = "application-load-balancer-name";

    /// <summary>What the deployment fills in: the name of the parameter that holds the result.</summary>
    public const string ResultParameter = "client-access-parameter";

    private HostPlan First => cluster.Members[0];

    /// <summary>The steps; the last one proves what the others made.</summary>
    public IEnumerable<StepPlan> Plan() =>
    [
        .. access.HasCertificate ? cluster.Members.Select(Certificate) : [],
        .. cluster.Members.Select(Namespace),
        .. Records(),
        Confirm(),
    ];

    /// <summary>The step that proves client access.</summary>
    public static string Verified(ClusterPlan cluster) => Id(cluster.Members[0], "client-access");

    /// <summary>The step after which a member serves under the namespace, with its certificate.</summary>
    public static string Named(HostPlan member) => Id(member, "namespace");

    // One after another: the web server restarts, and clients go to the other members meanwhile.
    private StepPlan Certificate(HostPlan member, int index) =>
        Step(member, "certificate", "ClientAccess/Set-ServerCertificate", minutes: 4,
            index == 0
                ? [installed(member)]
                : [installed(member), Id(cluster.Members[index - 1], "certificate")],
            ("CertificateSecretArn", StepArgument.GivenSecretArn(access.CertificateSecretArn)),
            ("CertificatePasswordSecretArn",
                StepArgument.GivenSecretArn(access.CertificatePasswordSecretArn)),
            ("CertificateArn", StepArgument.Of(access.CertificateArn ?? "")));

    private StepPlan Namespace(HostPlan member) =>
        Step(member, "namespace", "ClientAccess/Set-Namespace", minutes: 3,
            [access.HasCertificate ? Id(member, "certificate") : installed(member)],
            ("Namespace", StepArgument.Of(access.Namespace)),
            ("AutodiscoverName", StepArgument.Of(access.AutodiscoverName)));

    // The owner of an existing domain keeps its DNS; the plan shows the records.
    private IEnumerable<StepPlan> Records()
    {
        if (directory.DomainControllers.Count > 0)
        {
            var controller = directory.DomainControllers[0];
            yield return Step(controller, "client-records", "ClientAccess/Set-DirectoryRecords", minutes: 2,
                [Id(controller, "health")],
                ("DomainName", StepArgument.Of(directory.DomainName)),
                ("Names", StepArgument.Of(access.Names)),
                ("Target", StepArgument.FromDeployment(NetworkLoadBalancer)));
        }
    }

    private StepPlan Confirm() =>
        Step(First, "client-access", "ClientAccess/Confirm-ClientAccess", minutes: 5,
            [
                ClusterSteps.Verified(cluster),
                .. cluster.Members.Select(Named),
                .. directory.DomainControllers.Take(1).Select(controller => Id(controller, "client-records")),
            ],
            ("Namespace", StepArgument.Of(access.Namespace)),
            ("AutodiscoverName", StepArgument.Of(access.AutodiscoverName)),
            ("Members", StepArgument.Of(cluster.Members.Select(member => member.Name))),
            ("DomainName", StepArgument.Of(directory.DomainName)),
            ("LoadBalancer", StepArgument.FromDeployment(NetworkLoadBalancer)),
            ("ApplicationLoadBalancer", access.HasApplicationLoadBalancer
                ? StepArgument.FromDeployment(ApplicationLoadBalancer)
                : StepArgument.Of("")),
            ("Certificate", StepArgument.Of(access.HasCertificate)),
            ("OwnRecords", StepArgument.Of(directory.IsExisting ? "false" : "true")),
            ("ResultParameter", StepArgument.FromDeployment(ResultParameter))) with
        { WaitsLong = true };
}
