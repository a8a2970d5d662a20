namespace ExchangeOnAws.Planning;

/// <summary>
/// The steps of every RD Gateway host, in the order in which a host that is launched later runs them.
/// </summary>
internal sealed class GatewaySteps(
    GatewayPlan gateway, DirectoryPlan directory, IReadOnlyList<string> directoryReady)
{
    /// <summary>What the deployment fills in: the Elastic IPs' allocation ids, comma separated.</summary>
    public const string AllocationIds = "gateway-allocation-ids";

    /// <summary>What the deployment fills in: the Auto Scaling group's name.</summary>
    public const string AutoScalingGroup = "gateway-auto-scaling-group";

    /// <summary>What the steps of every host have as their target.</summary>
    public const string Target = "gateway";

    private static readonly StepTarget s_target = new(Target, HostRole.Gateway, IsGroup: true);

    public IEnumerable<StepPlan> Plan()
    {
        if (gateway.Hosts == 0)
        {
            yield break;
        }

        var previous = directoryReady;
        foreach (var link in Links())
        {
            var step = ServerSteps.Step(
                s_target, link.Name, link.Script, link.Minutes, previous, link.Arguments);
            yield return step;
            previous = [step.Id];
        }
    }

    private IEnumerable<LinkedStep> Links() =>
    [
        ServerSteps.AgentService,
        new("address", "Gateway/Set-GatewayAddress", 1,
            ("AllocationIds", StepArgument.FromDeployment(AllocationIds))),
        new("name", "Gateway/Set-GatewayName", 4, ("NamePrefix", StepArgument.Of(gateway.NamePrefix))),
        ServerSteps.DnsClientLink(directory),
        new("join", "Windows/Join-Domain", 5,
            ("DomainName", StepArgument.Of(directory.DomainName)),
            ("JoinSecretArn", StepArgument.SecretArn(SecretPlan.Join)),
            ("OrganizationalUnit", StepArgument.Of(directory.OrganizationalUnit))),
        new("stale-computers", "Gateway/Remove-StaleComputer", 2,
            ("DomainName", StepArgument.Of(directory.DomainName)),
            ("NamePrefix", StepArgument.Of(gateway.NamePrefix)),
            ("OrganizationalUnit", StepArgument.Of(directory.OrganizationalUnit)),
            ("JoinSecretArn", StepArgument.SecretArn(SecretPlan.Join)),
            ("AutoScalingGroup", StepArgument.FromDeployment(AutoScalingGroup))),
        new("role", "Gateway/Install-GatewayRole", 8),
        new("certificate", "Gateway/Set-GatewayCertificate", 1,
            ("CertificateSecretArn", StepArgument.GivenSecretArn(gateway.CertificateSecretArn)),
            ("CertificatePasswordSecretArn",
                StepArgument.GivenSecretArn(gateway.CertificatePasswordSecretArn)),
            ("DnsName", StepArgument.Of(gateway.DnsName))),
        new("policy", "Gateway/Set-GatewayPolicy", 1,
            ("DomainNetBiosName", StepArgument.Of(directory.NetBiosName)),
            ("UsersGroup", StepArgument.Of(gateway.UsersGroup))),
    ];
}
