using ExchangeOnAws.Findings;
using ExchangeOnAws.Planning;

namespace ExchangeOnAws.Checks;

/// <summary>Runs every rule over a plan; the only list of rules there is.</summary>
public static class AllChecks
{
    internal static IReadOnlyList<ICheck> List { get; } =
    [
        new StackNameCheck(),
        new ZonesCheck(), new ZoneRegionCheck(), new NetworkFormCheck(), new VpcSizeCheck(),
        new VpcRangeCheck(), new SubnetCountCheck(), new SubnetBlocksCheck(), new SubnetCapacityCheck(),
        new PublicSubnetsCheck(), new SingleNatGatewayCheck(), new ElasticIpCheck(),
        new SecurityGroupRulesCheck(), new ProcessorQuotaCheck(),
        new HostAddressNamesCheck(), new HostAddressCheck(), new ComputerNameLengthCheck(),
        new ComputerNameUniqueCheck(), new DomainNameCheck(), new NetBiosNameCheck(),
        new AccountNamesCheck(), new OrganizationalUnitCheck(), new DomainControllerVersionCheck(),
        new GatewaySourcesCheck(), new GatewayExposureCheck(), new GatewayUsersGroupCheck(),
        new ExchangeSupportCheck(), new OrganizationNameCheck(), new InstanceArchitectureCheck(),
        new InstanceStorageCheck(), new InstanceMemoryCheck(), new MemberCountCheck(), new MajorityCheck(),
        new RebuildCheck(),
        new DatabaseCopiesCheck(), new DatabaseCountCheck(), new ZoneLossCheck(), new VolumeOptionsCheck(),
        new VolumeLimitsCheck(), new VolumeSizeCheck(), new RootVolumeCheck(), new MediaSourceCheck(),
        new MediaHashCheck(), new ClientNetworksCheck(), new ListenersCheck(), new NamespaceDomainCheck(),
        new NamespaceApexCheck(), new HostedZoneNamesCheck(), new OwnAddressesCheck(),
        new MailClientsCheck(), new HiddenSendersCheck(), new ClientCertificateCheck(),
        new CertificatePairCheck(),
        new LoadBalancerCertificateCheck(), new ExtendedProtectionCheck(), new NtlmCheck(),
        new OutboundMailCheck(), new EdgeRedundancyCheck(), new SecretRegionCheck(),
        new NativeRegionCheck(), new PartitionCheck(), new LogRetentionCheck(),
        new PatchScheduleCheck(), new BackupScheduleCheck(), new CertificateSourceCheck(),
    ];

    /// <summary>
    /// The reader's findings and those of all rules, in order. A rule about a setting that could not be read
    /// is left out; one that throws is an error itself.
    /// </summary>
    public static IReadOnlyList<Finding> Run(DeploymentPlan plan, IReadOnlyList<Finding> readerFindings) =>
        Run(List, plan, readerFindings);

    internal static IReadOnlyList<Finding> Run(
        IEnumerable<ICheck> checks, DeploymentPlan plan, IReadOnlyList<Finding> readerFindings)
    {
        var found = checks
            .Where(check => IsAnswerable(check, readerFindings))
            .SelectMany(check => Run(check, plan));
        return Finding.InOrder([.. readerFindings, .. found]);
    }

    private static bool IsAnswerable(ICheck check, IReadOnlyList<Finding> readerFindings) =>
        !check.Subjects.Any(subject => readerFindings.Any(finding => IsSamePath(subject, finding.Subject)));

    private static bool IsSamePath(string one, string other) =>
        one == other
        || one.StartsWith(other + ".", StringComparison.Ordinal)
        || other.StartsWith(one + ".", StringComparison.Ordinal);

    // A fault in one rule must not hide what the others have to say.
    private static IReadOnlyList<Finding> Run(ICheck check, DeploymentPlan plan)
    {
        try
        {
            return [.. check.Run(plan)];
        }
        catch (Exception exception)
        {
            var name = check.GetType().Name;
            return
            [
                Finding.Error(name, $"{name} stopped with {exception.GetType().Name}: "
                    + $"{exception.Message.TrimEnd('.')}. Its rule is not checked; report this together with "
                    + "the stack file."),
            ];
        }
    }
}
