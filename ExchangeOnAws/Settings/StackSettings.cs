namespace ExchangeOnAws.Settings;

/// <summary>Everything a stack file can say, one record per area, with every default.</summary>
public sealed record StackSettings
{
    /// <summary>The region of the AWS provider (<c>aws:region</c>), for example eu-west-1.</summary>
    public string Region { get; init; } = "eu-west-1";

    /// <summary>
    /// The region of the AWS Native provider (<c>aws-native:region</c>); null when the stack file leaves it
    /// to the environment.
    /// </summary>
    public string? NativeRegion { get; init; }

    [Setting("The network: zones, addresses, gateways; or an existing VPC.")]
    public NetworkSettings Network { get; init; } = new();

    [Setting("Active Directory: a new forest, or an existing domain.")]
    public DirectorySettings Directory { get; init; } = new();

    [Setting("RD Gateway: the hosts administrators connect through.")]
    public GatewaySettings Gateway { get; init; } = new();

    [Setting("The mailbox cluster: Exchange version, members, witness, databases, volumes.")]
    public MailboxSettings Mailbox { get; init; } = new();

    [Setting("How clients reach Exchange: namespace, load balancers, certificate.")]
    public ClientAccessSettings ClientAccess { get; init; } = new();

    [Setting("Edge Transport servers in the public subnets.")]
    public EdgeSettings Edge { get; init; } = new();

    [Setting("Accepted domains, limits and the way out for mail.")]
    public MailFlowSettings MailFlow { get; init; } = new();

    [Setting("AWS Backup of servers and volumes.")]
    public BackupSettings Backup { get; init; } = new();

    [Setting("Alarms, logs and dashboards.")]
    public MonitoringSettings Monitoring { get; init; } = new();

    [Setting("Windows and Exchange updates.")]
    public PatchingSettings Patching { get; init; } = new();

    [Setting("What stands between a mistake and the mail: deletion protection and key recovery.")]
    public ProtectionSettings Protection { get; init; } = new();

    [Setting("Tags for every resource, beside Name, Project and Stack.")]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}
