using System.Collections.Immutable;
using Pulumi;

namespace ExchangeOnAws;

/// <content>
/// What the next person needs to know: names, addresses, ARNs, results. Named as texts name them: without its
/// name an output would be called as its property, and pulumi stack output tells capitals from small letters.
/// </content>
public sealed partial class ExchangeStack
{
    [Output("region")]
    public Output<string> Region { get; private set; }

    [Output("vpcId")]
    public Output<string> VpcId { get; private set; }

    /// <summary>One per zone, in the order of network.zones.</summary>
    [Output("privateSubnetIds")]
    public Output<ImmutableArray<string>> PrivateSubnetIds { get; private set; }

    /// <summary>One per zone, in the order of network.zones.</summary>
    [Output("publicSubnetIds")]
    public Output<ImmutableArray<string>> PublicSubnetIds { get; private set; }

    /// <summary>Public addresses that the servers appear with; for other people's allow lists.</summary>
    [Output("natAddresses")]
    public Output<ImmutableArray<string>> NatAddresses { get; private set; }

    /// <summary>Security groups by tier.</summary>
    [Output("securityGroupIds")]
    public Output<ImmutableDictionary<string, string>> SecurityGroupIds { get; private set; }

    [Output("encryptionKeyArn")]
    public Output<string> EncryptionKeyArn { get; private set; }

    /// <summary>The bucket with the logs of steps.</summary>
    [Output("storageBucket")]
    public Output<string> StorageBucket { get; private set; }

    /// <summary>ARNs of the generated secrets, by account.</summary>
    [Output("secretArns")]
    public Output<ImmutableDictionary<string, string>> SecretArns { get; private set; }

    /// <summary>Instances by host name.</summary>
    [Output("instanceIds")]
    public Output<ImmutableDictionary<string, string>> InstanceIds { get; private set; }

    /// <summary>Public addresses of RD Gateway; none when there is no gateway.</summary>
    [Output("gatewayAddresses")]
    public Output<ImmutableArray<string>> GatewayAddresses { get; private set; }

    /// <summary>The way in for an administrator, in words.</summary>
    [Output("howToConnect")]
    public Output<string> HowToConnect { get; private set; }

    /// <summary>The database availability group's name.</summary>
    [Output("availabilityGroup")]
    public Output<string> AvailabilityGroup { get; private set; }

    /// <summary>The members that hold a database's copies, the first preference first, by database.</summary>
    [Output("databases")]
    public Output<ImmutableDictionary<string, string>> Databases { get; private set; }

    /// <summary>What the last step found: JSON with the result, when, and faults if any.</summary>
    [Output("verification")]
    public Output<string> Verification { get; private set; }

    /// <summary>What the last step found out about client access, in the same form.</summary>
    [Output("clientAccessVerification")]
    public Output<string> ClientAccessVerification { get; private set; }

    /// <summary>What the last step found out about mail flow, in the same form.</summary>
    [Output("mailFlowVerification")]
    public Output<string> MailFlowVerification { get; private set; }

    /// <summary>Public addresses of the Edge servers by host name; for other people's allow lists.</summary>
    [Output("edgeAddresses")]
    public Output<ImmutableDictionary<string, string>> EdgeAddresses { get; private set; }

    /// <summary>The name that clients use.</summary>
    [Output("namespace")]
    public Output<string> Namespace { get; private set; }

    /// <summary>The network load balancer's DNS name, where the namespace has to lead.</summary>
    [Output("networkLoadBalancer")]
    public Output<string> NetworkLoadBalancer { get; private set; }

    /// <summary>The application load balancer's DNS name; empty when there is none.</summary>
    [Output("applicationLoadBalancer")]
    public Output<string> ApplicationLoadBalancer { get; private set; }

    /// <summary>The vault of AWS Backup; empty when nothing is backed up.</summary>
    [Output("backupVault")]
    public Output<string> BackupVault { get; private set; }

    /// <summary>Command documents for operators, by what they do: maintenance and database copies.</summary>
    [Output("operationDocuments")]
    public Output<ImmutableDictionary<string, string>> OperationDocuments { get; private set; }

    /// <summary>
    /// The Automation documents for failures that need a person, by what is lost; the plan says which.
    /// </summary>
    [Output("recoveryDocuments")]
    public Output<ImmutableDictionary<string, string>> RecoveryDocuments { get; private set; }
}
